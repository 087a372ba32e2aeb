package dev.openvenue.core.signing;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The requests that signers are given in these tests, and what they send. */
final class Requests {
    private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private Requests() {}

    static Request get(String url) {
        return new Request.Builder().url(url).build();
    }

    static Request postJson(String url, String body) {
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create(body, JSON))
                .build();
    }

    static Request postForm(String url, String body) {
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create(body, FORM))
                .build();
    }

    static Request postNothing(String url) {
        return new Request.Builder().url(url).post(RequestBody.EMPTY).build();
    }

    static String body(Request request) {
        return Signing.bytes(request).utf8();
    }
}
