/** The client of Trap v2; start with {@link dev.openvenue.trapv2.TrapV2Client}. */
// Retrofit has a name, which its manifest states, but no descriptor; the number of an API may end the module's name.
@SuppressWarnings({"module", "requires-automatic"})
module dev.openvenue.trapv2 {
    requires transitive dev.openvenue.core;
    requires retrofit2;

    exports dev.openvenue.trapv2;
    exports dev.openvenue.trapv2.model;

    // The interfaces that Retrofit implements are package-private; the runtime calls them by reflection.
    opens dev.openvenue.trapv2 to
            dev.openvenue.core;

    provides dev.openvenue.core.VenueProvider with
            dev.openvenue.trapv2.TrapV2Provider;
}
