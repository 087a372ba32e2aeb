/** The client of Trap; start with {@link dev.openvenue.trap.TrapClient}. */
// Retrofit has a name, which its manifest states, but no descriptor; the number of an API may end the module's name.
@SuppressWarnings({"module", "requires-automatic"})
module dev.openvenue.trap {
    requires transitive dev.openvenue.core;
    requires retrofit2;

    exports dev.openvenue.trap;
    exports dev.openvenue.trap.model;

    // The interfaces that Retrofit implements are package-private; the runtime calls them by reflection.
    opens dev.openvenue.trap to
            dev.openvenue.core;

    provides dev.openvenue.core.VenueProvider with
            dev.openvenue.trap.TrapProvider;
}
