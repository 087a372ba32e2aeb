package dev.openvenue.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Requests without any help: nothing is retried, followed, or added. */
final class RawHttp {
    private static final OkHttpClient CLIENT = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .readTimeout(Duration.ofSeconds(20))
            .build();

    private RawHttp() {}

    record Received(int status, Headers headers, String body) {}

    static Received get(String url, Map<String, String> headers) throws IOException {
        return call(request(url, headers).get().build());
    }

    static Received post(String url, Map<String, String> headers, String body) throws IOException {
        // A body without a media type of its own, so that the headers decide.
        return call(request(url, headers)
                .post(RequestBody.create(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .build());
    }

    static Received call(Request request) throws IOException {
        return call(request, null);
    }

    static Received call(Request request, @Nullable Duration readTimeout) throws IOException {
        OkHttpClient client = readTimeout == null
                ? CLIENT
                : CLIENT.newBuilder().readTimeout(readTimeout).build();
        try (Response response = client.newCall(request).execute()) {
            return new Received(
                    response.code(), response.headers(), response.body().string());
        }
    }

    static Request.Builder request(String url, Map<String, String> headers) {
        return new Request.Builder().url(url).headers(Headers.of(headers));
    }
}
