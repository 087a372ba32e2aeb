package example;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueProvider;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;

/** Prints what a user's class path holds, and fails if OkHttp is on it twice or a venue cannot be started. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] arguments) throws IOException {
        for (VenueProvider provider : ServiceLoader.load(VenueProvider.class)) {
            try (VenueClient client = provider.builder().build()) {
                System.out.println(client.venueName() + ": " + client.operations().ids().size() + " operations");
            }
        }
        String[] jars = System.getProperty("java.class.path").split(File.pathSeparator);
        for (String jar : jars) {
            System.out.printf("%8d kB  %s%n", new File(jar).length() / 1000, new File(jar).getName());
        }
        List<URL> okHttp = Collections.list(Consumer.class.getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        System.out.println("OkHttp is on the class path " + okHttp.size() + " time(s)");
        if (okHttp.size() != 1) {
            throw new IllegalStateException("There must be exactly one OkHttp: " + okHttp);
        }
    }
}
