package dev.openvenue.conformance;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Responds to every request from memory, so that a case's response goes through the whole client without a server. */
final class CannedResponse implements Interceptor {
    private volatile int status = 200;
    private volatile String body = "";
    private final AtomicInteger requests = new AtomicInteger();

    /** The next response. */
    void set(int status, String body) {
        this.status = status;
        this.body = body;
    }

    /** How many requests have been made. */
    int requests() {
        return requests.get();
    }

    /** A client whose requests all end here. */
    OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }

    @Override
    public Response intercept(Chain chain) {
        requests.incrementAndGet();
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }
}
