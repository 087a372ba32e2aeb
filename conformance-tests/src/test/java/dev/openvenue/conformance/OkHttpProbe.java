package dev.openvenue.conformance;

import dev.openvenue.bitget.BitgetClient;

/** Builds a client and says how that went; run by {@link ForeignOkHttpTest} with another class path. */
final class OkHttpProbe {
    private OkHttpProbe() {}

    public static void main(String[] args) {
        try (BitgetClient client = BitgetClient.builder().build()) {
            System.out.println(client.venueName() + " can be called");
        } catch (RuntimeException | LinkageError e) {
            System.out.println(e);
        }
    }
}
