/**
 * The runtime of every OpenVenue client.
 *
 * <p>{@link dev.openvenue.core.codegen} and {@link dev.openvenue.core.annotation} are for generated code. They are
 * exported to all, because generated interfaces, models and enums show their types, and because a venue's module may be
 * anybody's.
 */
// Retrofit, Moshi and Bucket4j have names, which they state in their manifests, but no descriptors.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.openvenue.core {
    requires transitive okhttp3;
    requires transitive com.squareup.moshi;
    requires transitive io.github.bucket4j.core;
    requires transitive org.jspecify;
    requires retrofit2;
    // Only a venue that signs with secp256k1 needs it, and then requires it.
    requires static org.bouncycastle.provider;

    exports dev.openvenue.core;
    exports dev.openvenue.core.annotation;
    exports dev.openvenue.core.cancel;
    exports dev.openvenue.core.codegen;
    exports dev.openvenue.core.error;
    exports dev.openvenue.core.limit;
    exports dev.openvenue.core.place;
    exports dev.openvenue.core.signing;
}
