package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What one writes without an SDK: a call of Bitget's on stock OkHttp, signed with a bare {@link Mac}. It has neither
 * deadline nor retries nor limits, and reads no error.
 */
final class ByHand implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final SecretKeySpec KEY = new SecretKeySpec(Clients.SECRET.getBytes(UTF_8), "HmacSHA256");

    private final OkHttpClient http;
    private final String url;

    ByHand(OkHttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    /** @param body null for a GET */
    Request request(String path, byte @Nullable [] body) {
        String timestamp = Long.toString(System.currentTimeMillis());
        return new Request.Builder()
                .url(url + path)
                .method(body == null ? "GET" : "POST", body == null ? null : RequestBody.create(body, JSON))
                .header("ACCESS-KEY", Clients.KEY)
                .header("ACCESS-SIGN", sign(timestamp, path, body))
                .header("ACCESS-TIMESTAMP", timestamp)
                .header("ACCESS-PASSPHRASE", Clients.PASSPHRASE)
                .build();
    }

    byte[] execute(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("The local venue gave status " + response.code());
            }
            return response.body().bytes();
        }
    }

    private static String sign(String timestamp, String path, byte @Nullable [] body) {
        Mac mac = mac();
        mac.update((timestamp + (body == null ? "GET" : "POST") + path).getBytes(UTF_8));
        if (body != null) {
            mac.update(body);
        }
        return Base64.getEncoder().encodeToString(mac.doFinal());
    }

    /** A fresh one: it is not safe for threads to share. */
    static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(KEY);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
