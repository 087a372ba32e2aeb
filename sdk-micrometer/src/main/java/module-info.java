/** Meters of the calls of OpenVenue's clients. */
// Micrometer has a name, which it states in its manifest, but no descriptor.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.openvenue.micrometer {
    requires transitive dev.openvenue.core;
    requires transitive micrometer.core;
    requires org.jspecify;

    exports dev.openvenue.micrometer;
}
