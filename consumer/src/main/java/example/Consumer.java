package example;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Cancels an order at every venue, embedded; prints what a user's class path holds, and fails if OkHttp is found twice.
 * Runs on the class path and as a module.
 */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(Consumer.class.getModule().isNamed() ? "As a module:" : "On the class path:");
        List<String> found = new ArrayList<>();
        for (VenueProvider provider : ServiceLoader.load(VenueProvider.class)) {
            found.add(provider.id());
            cancelAnOrder(provider);
        }
        Collections.sort(found);
        require(found.equals(VenueSimulator.venues()), "There must be every embedded venue: " + found);
        listOpenOrders();

        // Needs Bouncy Castle, which Satori's client brings along.
        SigningKey key = SigningKeys.secp256k1("0x" + "17".repeat(32));
        require(key.sign(new byte[32]).length == 65, "secp256k1 must sign");

        String jars = System.getProperty(Consumer.class.getModule().isNamed() ? "jdk.module.path" : "java.class.path");
        for (String jar : jars.split(File.pathSeparator)) {
            System.out.printf("%8d kB  %s%n", new File(jar).length() / 1000, new File(jar).getName());
        }
        List<URL> okHttp = Collections.list(Consumer.class.getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        require(okHttp.size() == 1, "There must be exactly one OkHttp: " + okHttp);
    }

    /** By the ids of operations, as tools do. */
    private static void cancelAnOrder(VenueProvider provider) {
        try (VenueSimulator venue = VenueSimulator.start(provider.id());
                VenueClient client = provider.builder()
                        .baseUrl(venue.baseUrl())
                        .credentials(venue.credentials())
                        .build()) {
            OrderRef order = OrderRef.byOrderId(venue.symbol(), place(venue));
            CancelReport report = BatchCancel.of(client).cancel(List.of(order));
            System.out.println(client.venueName() + ": " + client.operations().ids().size() + " operations; " + report);
            require(venue.orders().open().isEmpty(), "The order must be cancelled");
        }
    }

    /** By the generated interfaces, as applications do. */
    private static void listOpenOrders() {
        try (VenueSimulator venue = VenueSimulator.start("bitget");
                BitgetClient client = BitgetClient.builder()
                        .baseUrl(venue.baseUrl())
                        .credentials(venue.credentials())
                        .build()) {
            String id = place(venue);
            require(client.trade().listOpenOrders().execute().get(0).orderId().equals(id), "The order must be open");
        }
    }

    private static String place(VenueSimulator venue) {
        return venue.orders().place(venue.symbol(), SimulatedOrder.Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "mine");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
