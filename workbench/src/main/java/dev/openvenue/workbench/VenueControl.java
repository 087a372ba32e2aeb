package dev.openvenue.workbench;

import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.simulator.InventedKey;
import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.SimulatedAccount;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations about a venue as a whole: its settings, its accounts and their keys. */
final class VenueControl {
    private static final long LONGEST_SKEW = Duration.ofDays(3660).toMillis();
    private static final long LONGEST_LATENCY = Duration.ofMinutes(10).toMillis();

    /** More would be a mistake, and an account is never forgotten. */
    private static final int MOST_ACCOUNTS = 100;

    private final Desk desk;

    VenueControl(Desk desk) {
        this.desk = desk;
    }

    void addTo(Control control) {
        control.get("/api/venues/{venue}", call -> venue(desk.venue(call.takes().name(0))));
        control.put("/api/venues/{venue}/settings", this::setSettings);
        control.get(
                "/api/venues/{venue}/accounts",
                call -> accounts(desk.venue(call.takes().name(0))));
        control.post("/api/venues/{venue}/accounts", this::createAccount);
        control.get("/api/venues/{venue}/credentials", this::credentials);
        control.get("/api/venues/{venue}/balances", this::balances);
        control.get("/api/venues/{venue}/executions", this::executions);
    }

    /** What is known of a venue at a glance. */
    static Map<String, @Nullable Object> venue(VenueSimulator venue) {
        return Json.object(
                "id", venue.venueId(),
                "baseUrl", venue.baseUrl(),
                "symbols", venue.symbols(),
                "operations", venue.operations(),
                "keyKinds", venue.algorithms().stream().map(ControlCall::word).toList(),
                "time", venue.now().toEpochMilli(),
                "openOrders",
                        venue.accounts().stream()
                                .mapToInt(account -> account.orders().open().size())
                                .sum(),
                "settings", settings(venue));
    }

    private static Map<String, @Nullable Object> settings(VenueSimulator venue) {
        return Json.object(
                "clockSkew", venue.clockSkew().toMillis(),
                "latency", venue.latency().toMillis(),
                "enforceLimits", venue.enforcesLimits(),
                "fillsAtOnce", venue.fillsAtOnce());
    }

    private Map<String, @Nullable Object> setSettings(ControlCall call) {
        VenueSimulator venue = desk.venue(call.name(0));
        call.takes("clockSkew", "latency", "enforceLimits", "fillsAtOnce");
        // All are read before the first is set, so that a call that is rejected changes nothing.
        long skew = call.whole("clockSkew", venue.clockSkew().toMillis(), -LONGEST_SKEW, LONGEST_SKEW);
        long latency = call.whole("latency", venue.latency().toMillis(), 0, LONGEST_LATENCY);
        boolean limits = call.has("enforceLimits") ? call.flag("enforceLimits") : venue.enforcesLimits();
        boolean fills = call.has("fillsAtOnce") ? call.flag("fillsAtOnce") : venue.fillsAtOnce();
        venue.skewClock(Duration.ofMillis(skew));
        venue.latency(Duration.ofMillis(latency));
        venue.enforceLimits(limits);
        venue.fillsAtOnce(fills);
        desk.changed(venue.venueId(), "settings", call);
        return settings(venue);
    }

    private static Map<String, @Nullable Object> accounts(VenueSimulator venue) {
        return Json.object(
                "accounts", venue.accounts().stream().map(VenueControl::account).toList());
    }

    private static Map<String, @Nullable Object> account(SimulatedAccount account) {
        return Json.object(
                "account", account.number(),
                "orders", account.orders().all().size(),
                "openOrders", account.orders().open().size());
    }

    private Map<String, @Nullable Object> createAccount(ControlCall call) {
        VenueSimulator venue = desk.venue(call.takes().name(0));
        if (venue.accounts().size() >= MOST_ACCOUNTS) {
            throw ControlException.conflict("There are " + MOST_ACCOUNTS + " accounts already");
        }
        SimulatedAccount opened = venue.openAccount();
        opened.credentials();
        desk.newKey(venue.venueId());
        desk.changed(venue.venueId(), "accounts", call);
        return account(opened);
    }

    private Map<String, @Nullable Object> credentials(ControlCall call) {
        VenueSimulator venue = desk.venue(call.takes("account", "kind").name(0));
        SimulatedAccount account = account(venue, call);
        SigningKey.Algorithm kind = call.has("kind")
                ? call.oneOf("kind", SigningKey.Algorithm.class)
                : venue.algorithms().get(0);
        InventedKey key = account.inventedKey(kind);
        desk.newKey(venue.venueId());
        return credentials(venue.venueId(), account.number(), key);
    }

    /** A key, and the lines that put it into the environment of a shell. */
    static Map<String, @Nullable Object> credentials(String venue, int account, InventedKey key) {
        String prefix = "OPENVENUE_" + venue.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        boolean hmac = key.algorithm() == SigningKey.Algorithm.HMAC_SHA256;
        List<String> lines = new ArrayList<>();
        lines.add(prefix + "API_KEY='" + key.apiKey() + "'");
        lines.add(prefix + (hmac ? "SECRET='" : "PRIVATE_KEY='") + key.secret() + "'");
        if (!hmac) {
            String word = ControlCall.word(key.algorithm());
            lines.add(prefix + "KEY_TYPE='" + (word.startsWith("rsa") ? "rsa" : word) + "'");
        }
        if (key.passphrase() != null) {
            lines.add(prefix + "PASSPHRASE='" + key.passphrase() + "'");
        }
        return Json.object(
                "account", account,
                "kind", ControlCall.word(key.algorithm()),
                "apiKey", key.apiKey(),
                "passphrase", key.passphrase(),
                "secret", key.secret(),
                "environment", lines.stream().map(line -> "export " + line).toList());
    }

    private Map<String, @Nullable Object> balances(ControlCall call) {
        VenueSimulator venue = desk.venue(call.takes("account").name(0));
        return Json.object(
                "balances",
                account(venue, call).balances().stream()
                        .map(balance -> Json.object(
                                "coin", balance.coin(),
                                "total", balance.total().toPlainString(),
                                "locked", balance.locked().toPlainString()))
                        .toList());
    }

    private Map<String, @Nullable Object> executions(ControlCall call) {
        VenueSimulator venue = desk.venue(call.takes("account").name(0));
        SimulatedAccount account = account(venue, call);
        return Json.object(
                "executions",
                venue.operations().stream()
                        .filter(operation -> venue.requests().count(operation) > 0)
                        .map(operation -> Json.object(
                                "operation", operation,
                                "requests", venue.requests().count(operation),
                                "executed", account.completedActions().count(operation),
                                "peak", venue.requests().peak(operation)))
                        .toList());
    }

    /** The account that a call names, the first one if it names none. */
    static SimulatedAccount account(VenueSimulator venue, ControlCall call) {
        int number = call.whole("account", 0, 0, MOST_ACCOUNTS);
        List<SimulatedAccount> accounts = venue.accounts();
        if (number >= accounts.size()) {
            throw ControlException.notFound("There is no account " + number + "; the last one is "
                    + (accounts.size() - 1) + ". Open one with a POST to the accounts");
        }
        return accounts.get(number);
    }
}
