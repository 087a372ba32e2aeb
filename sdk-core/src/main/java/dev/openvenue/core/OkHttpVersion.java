package dev.openvenue.core;

import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Reports in plain words what would otherwise cause a NoSuchMethodError somewhere: another version of OkHttp comes
 * first on the class path.
 */
final class OkHttpVersion {
    private static final int NEEDED = 5;

    private OkHttpVersion() {}

    static void check() {
        check(found());
    }

    static void check(String version) {
        if (!version.startsWith(NEEDED + ".")) {
            throw new IllegalStateException(
                    "OkHttp " + version + " comes first on the class path, but OpenVenue needs OkHttp "
                            + NEEDED + "; import com.squareup.okhttp3:okhttp-bom in a version " + NEEDED
                            + ", so that all that use OkHttp get the same");
        }
    }

    /** Read at run time: as a constant it would have been inlined into this class by the compiler. */
    private static String found() {
        try {
            Class<?> type = Class.forName("okhttp3.OkHttp", false, OkHttpClient.class.getClassLoader());
            return String.valueOf(type.getField("VERSION").get(null));
        } catch (ReflectiveOperationException e) {
            // OkHttp 3 does not state its version anywhere.
            return Optional.ofNullable(OkHttpClient.class.getPackage().getImplementationVersion())
                    .orElse("3");
        }
    }
}
