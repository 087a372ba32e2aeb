package dev.openvenue.cli;

import dev.openvenue.simulator.InventedKey;
import dev.openvenue.simulator.SimulatedAccount;
import dev.openvenue.simulator.VenueSimulator;
import dev.openvenue.workbench.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of simulated venues that run: where they are, and with which invented keys they are called. */
final class SimulateOutput {
    private final Workbench workbench;

    SimulateOutput(Workbench workbench) {
        this.workbench = workbench;
    }

    /** For people, and for a shell: the lines of a venue can be copied into one. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Simulated venues on this machine; no market is called. The keys are invented.");
        for (VenueSimulator venue : workbench.venues()) {
            lines.add("");
            lines.add("# " + venue.venueId() + " at " + venue.baseUrl());
            environment(venue).forEach((name, value) -> lines.add("export " + name + "='" + value + "'"));
        }
        lines.add("");
        lines.add("Console:     " + workbench.consoleUrl());
        lines.add("Control API: " + workbench.controlUrl() + ", with the header Authorization: Bearer "
                + workbench.token());
        lines.add("Seed:        " + workbench.seed() + "; the same keys again with --seed " + workbench.seed());
        lines.add("Ctrl-C ends it.");
        return lines;
    }

    /** For programs: all of it on one line. */
    String json() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("consoleUrl", workbench.consoleUrl());
        document.put("controlUrl", workbench.controlUrl());
        document.put("token", workbench.token());
        document.put("seed", workbench.seed());
        List<Map<String, @Nullable Object>> venues = new ArrayList<>();
        for (VenueSimulator venue : workbench.venues()) {
            InventedKey key = key(venue);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("venue", venue.venueId());
            row.put("baseUrl", venue.baseUrl());
            row.put("apiKey", key.apiKey());
            row.put("passphrase", key.passphrase());
            row.put("secret", key.secret());
            row.put("environment", environment(venue));
            venues.add(row);
        }
        document.put("venues", venues);
        return JsonFormat.of(document);
    }

    private static Map<String, String> environment(VenueSimulator venue) {
        InventedKey key = key(venue);
        Map<String, String> variables = new LinkedHashMap<>();
        String venueId = venue.venueId();
        variables.put("OPENVENUE_" + venueId.toUpperCase(Locale.ROOT).replace('-', '_') + "_BASE_URL", venue.baseUrl());
        variables.put(CredentialField.API_KEY.variable(venueId), key.apiKey());
        if (key.passphrase() != null) {
            variables.put(CredentialField.PASSPHRASE.variable(venueId), key.passphrase());
        }
        variables.put(CredentialField.SECRET.variable(venueId), key.secret());
        return variables;
    }

    private static InventedKey key(VenueSimulator venue) {
        SimulatedAccount first = venue.accounts().get(0);
        return first.inventedKey(venue.algorithms().get(0));
    }
}
