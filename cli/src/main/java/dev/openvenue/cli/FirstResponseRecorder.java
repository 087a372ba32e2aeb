package dev.openvenue.cli;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Records the raw response to the first cancel of a run, attempt by attempt, before it is interpreted. */
final class FirstResponseRecorder implements Interceptor {
    private static final int SHOWN_BYTES = 300;

    private final String path;
    private String seen = "";

    /** Records the requests with this path. */
    FirstResponseRecorder(String path) {
        this.path = path;
    }

    /** A short description of the first response. */
    synchronized String seen() {
        return seen;
    }

    private synchronized void see(String what) {
        if (seen.isEmpty()) {
            seen = what.replaceAll("\\s+", " ").strip();
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!chain.request().url().encodedPath().equals(path)) {
            return chain.proceed(chain.request());
        }
        try {
            Response response = chain.proceed(chain.request());
            see("HTTP " + response.code() + " " + body(response));
            return response;
        } catch (IOException e) {
            see(chain.call().isCanceled() ? "no response in time" : "connection closed, no response");
            throw e;
        }
    }

    private static String body(Response response) {
        try (ResponseBody start = response.peekBody(SHOWN_BYTES)) {
            return start.string();
        } catch (IOException e) {
            return "and a body that breaks off";
        }
    }
}
