package dev.openvenue.benchmarks;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Gives every request the same response from memory, so that no socket is measured. */
final class CannedVenue implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] body;

    CannedVenue(byte[] body) {
        this.body = body;
    }

    /** A client whose requests all end here. */
    OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }

    @Override
    public Response intercept(Chain chain) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .body(ResponseBody.create(body, JSON))
                .build();
    }
}
