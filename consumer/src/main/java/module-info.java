/** A user's application. */
module example.consumer {
    requires dev.openvenue.bitget;
    requires dev.openvenue.htx;
    requires dev.openvenue.satori;
    requires dev.openvenue.simulator;
    requires dev.openvenue.xt;

    uses dev.openvenue.core.VenueProvider;
}
