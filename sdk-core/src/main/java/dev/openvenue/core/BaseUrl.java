package dev.openvenue.core;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Validates the base URL of a client. For the SDK itself and its tools. */
public final class BaseUrl {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");

    private BaseUrl() {}

    static HttpUrl parse(String text) {
        return check(url(text));
    }

    /** The same for a host that the user trusts with plain http. */
    static HttpUrl parsePlain(String text) {
        return checkParts(url(text));
    }

    private static HttpUrl url(String text) {
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new IllegalArgumentException("The base URL is not an http or https URL; give it as https://host");
        }
        return url;
    }

    /** Whether a URL points to this machine. */
    public static boolean isLoopback(HttpUrl url) {
        return LOOPBACK.matcher(url.host()).matches();
    }

    /** Messages name the host only: a mistaken URL may hold a key. */
    static HttpUrl check(HttpUrl url) {
        if (!url.isHttps() && !isLoopback(url)) {
            throw new IllegalArgumentException("The base URL is plain http to " + url.host()
                    + "; keys and orders would travel in the clear, so use https"
                    + " (http is allowed to loopback addresses, and in Java to a host that plainHttpBaseUrl names)");
        }
        return checkParts(url);
    }

    private static HttpUrl checkParts(HttpUrl url) {
        if (!url.encodedPath().equals("/")
                || url.query() != null
                || url.fragment() != null
                || !url.username().isEmpty()
                || !url.password().isEmpty()) {
            throw new IllegalArgumentException("The base URL to " + url.host()
                    + " holds more than scheme, host and port; leave out path, query and user,"
                    + " since signatures cover the path");
        }
        return url;
    }
}
