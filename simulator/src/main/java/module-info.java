/** Embedded venues for tests; start with {@link dev.openvenue.simulator.VenueSimulator}. */
module dev.openvenue.simulator {
    requires transitive dev.openvenue.core;
    requires mockwebserver3;
    requires org.bouncycastle.provider;
    // Only the JUnit extension needs it; a test that registers the extension requires it anyway.
    requires static org.junit.jupiter.api;

    exports dev.openvenue.simulator;
    exports dev.openvenue.simulator.explain;

    uses dev.openvenue.simulator.Venue;
}
