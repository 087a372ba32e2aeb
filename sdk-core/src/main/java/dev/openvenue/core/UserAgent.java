package dev.openvenue.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import okhttp3.Request;

/**
 * Says in each request which SDK sends it, unless the caller's own interceptors say something else. It is added after
 * the request was signed, since it is no part of what a venue reads.
 */
final class UserAgent {
    private static final String NAME = "User-Agent";
    // From the root: an application that was shrunk has this class in another package.
    private static final String FILE = "/dev/openvenue/core/version.properties";
    static final String VERSION = version();
    private static final String VALUE = "openvenue-java/" + VERSION;

    private UserAgent() {}

    static Request on(Request request) {
        return request.header(NAME) == null
                ? request.newBuilder().header(NAME, VALUE).build()
                : request;
    }

    /** From a file that the build writes: a manifest's version is lost in modules, native images and merged jars. */
    private static String version() {
        Properties version = new Properties();
        try (InputStream file = UserAgent.class.getResourceAsStream(FILE)) {
            if (file != null) {
                version.load(file);
            }
        } catch (IOException e) {
            // No reason to fail: what the request does does not depend on it.
        }
        return version.getProperty("version", "unknown");
    }
}
