/** The embedded venues as servers; start with {@link dev.openvenue.workbench.Workbench}. */
module dev.openvenue.workbench {
    requires transitive dev.openvenue.simulator;
    requires jdk.httpserver;

    exports dev.openvenue.workbench;
}
