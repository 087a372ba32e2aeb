package dev.openvenue.conformance.soak;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** One simulated venue, its clients, the threads that use them and the one that makes the venue fail. */
final class SoakedVenue {
    private static final int WORKERS = 4;
    private static final String SECRET = "invented-soak-secret";

    private final VenueSimulator simulator;
    private final long seed;
    private final OkHttpClient given =
            new OkHttpClient.Builder().socketFactory(new CountedSockets()).build();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final List<VenueClient> clients = new ArrayList<>();
    private final List<SoakWorker> workers = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger shortLived = new AtomicInteger();

    SoakedVenue(String id, long seed) {
        this.simulator = VenueSimulator.start(id);
        this.seed = seed;
    }

    VenueSimulator simulator() {
        return simulator;
    }

    /** A number that no order of this venue has. */
    int nextOrder() {
        return orders.incrementAndGet();
    }

    boolean isOver() {
        return stopped.getCount() == 0;
    }

    /** Passes some time; true if the round is over. */
    boolean pause(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void contradiction(String words) {
        contradictions.add(simulator.venueId() + ": " + words);
    }

    /** Two clients of the same account: one with its own OkHttp client, one with a given one. */
    void start() {
        clients.add(builder().credentials(simulator.credentials()).build());
        clients.add(
                builder().credentials(simulator.credentials()).httpClient(given).build());
        for (int i = 0; i < WORKERS; i++) {
            SoakWorker worker = new SoakWorker(this, clients.get(i % 2), new Random(seed * 31 + i));
            workers.add(worker);
            run("worker-" + i, worker::run);
        }
        run("newcomers", this::comeAndGo);
        run("faults", new SoakFaults(this, new Random(seed))::run);
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        contradiction(name + " ended with " + e);
                    }
                },
                "soak-" + simulator.venueId() + "-" + name);
        thread.start();
        threads.add(thread);
    }

    /** Clients with a key of their own that make a few calls and are closed: what they leave behind would add up. */
    private void comeAndGo() {
        Random random = new Random(seed + 7);
        while (!pause(Duration.ofMillis(500 + random.nextInt(2000)))) {
            String key = "soak-key-" + seed + "-" + shortLived.incrementAndGet();
            simulator.register(AccountKey.hmac(key, SECRET));
            VenueClientBuilder<? extends VenueClient> builder =
                    builder().credentials(Credentials.of(key, "invented-passphrase", SigningKeys.hmacSha256(SECRET)));
            try (VenueClient client = random.nextBoolean()
                    ? builder.build()
                    : builder.httpClient(given).build()) {
                SoakWorker guest = new SoakWorker(this, client, new Random(random.nextLong()));
                for (int i = random.nextInt(3); i >= 0 && !isOver(); i--) {
                    guest.readSomething();
                }
            }
        }
    }

    private VenueClientBuilder<? extends VenueClient> builder() {
        return ServiceLoader.load(VenueProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.id().equals(simulator.venueId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no client for " + simulator.venueId()))
                .builder()
                .baseUrl(simulator.baseUrl())
                .timeout(Duration.ofSeconds(5));
    }

    /** Waits for the end of the round, and for all threads to see it. */
    void runUntil(Instant end) throws InterruptedException {
        while (Instant.now().isBefore(end)) {
            pause(Duration.between(Instant.now(), end));
        }
        stopped.countDown();
        for (Thread thread : threads) {
            thread.join(TimeUnit.MINUTES.toMillis(2));
            if (thread.isAlive()) {
                contradiction(thread.getName() + " did not end; it stands at " + List.of(thread.getStackTrace()));
            }
        }
    }

    /** Closes clients and venue, after a last check whether an order was placed twice. */
    void close() {
        Set<String> placed = new HashSet<>();
        simulator.completedActions().placedClientOrderIds().stream()
                .filter(id -> !placed.add(id))
                .forEach(id -> contradiction("the order " + id + " was placed twice"));
        clients.forEach(VenueClient::close);
        simulator.close();
        given.connectionPool().evictAll();
        given.dispatcher().executorService().shutdown();
    }

    List<VenueClient> clients() {
        return clients;
    }

    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** A row of the table. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-14s %9d %9d %9d %9d %9d %9d",
                simulator.venueId(),
                simulator.completedActions().placedOrderIds().size(),
                simulator.completedActions().cancelledOrderIds().size(),
                workers.stream().mapToInt(SoakWorker::runs).sum(),
                workers.stream().mapToInt(SoakWorker::failures).sum(),
                clients.size() + shortLived.get(),
                contradictions.size());
    }
}
