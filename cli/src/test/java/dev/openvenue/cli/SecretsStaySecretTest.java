package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs everything with secrets that are marked, and searches all that was said for the mark. */
@Execution(ExecutionMode.CONCURRENT)
final class SecretsStaySecretTest {
    static List<String> venues() {
        return VenueSimulator.venues();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void nothingSecretIsEverPrinted(String id) {
        try (VenueSimulator venue = VenueSimulator.start(id)) {
            String order = venue.orders()
                    .place(venue.symbol(), Side.BUY, new BigDecimal("10000"), new BigDecimal("0.01"), "own-1");
            List<String> said = new ArrayList<>();
            for (String fault : List.of("none", "echo", "malformed", "drop")) {
                arrange(venue, fault);
                String target = "--base-url=" + venue.baseUrl();
                String place = venue.sampleOrder(1).operationId();
                String deadline = fault.equals("none") ? "20s" : "300ms";
                said.add(run(
                        venue, target, "cancel", "--symbol", venue.symbol(), "--ids", order, "--timeout", deadline));
                said.add(run(venue, target, "cancel", "--symbol", venue.symbol(), "--all-open", "--dry-run"));
                said.add(run(venue, target, "open-orders", "--symbol", venue.symbol()));
                said.add(run(venue, target, with("place", venue.sampleOrder(1), "--send")));
                said.add(run(venue, target, with("sign", venue.sampleOrder(1))));
                said.add(run(venue, target, "sign", place, "nonsense=1"));
            }

            assertThat(said)
                    .noneMatch(text -> text.contains(TestEnvironment.MARKER))
                    .noneMatch(String::isEmpty);
            assertThat(String.join("", said)).contains("<api-key>", "CANCELLED");
        }
    }

    private static void arrange(VenueSimulator venue, String fault) {
        venue.faults().clear();
        switch (fault) {
            case "echo" -> venue.faults().onAny().always(Fault.reject("1", "bad key " + TestEnvironment.API_KEY));
            case "malformed" -> venue.faults().onAny().always(Fault.malformedBody());
            case "drop" -> venue.faults().onAny().always(Fault.dropBeforeExecution());
            default -> {}
        }
    }

    private static String run(VenueSimulator venue, String target, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(1, List.of("--venue", venue.venueId(), target));
        all.add("--stack-trace");
        Result result = new TestEnvironment().credentialsFor(venue).run(all.toArray(String[]::new));
        return result.out() + result.err();
    }

    private static String[] with(String command, SampleOrder order, String... options) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of(options));
        args.add(order.operationId());
        order.arguments()
                .forEach((name, value) ->
                        args.add(name + "=" + (value instanceof String ? value : JsonFormat.of(value))));
        return args.toArray(String[]::new);
    }
}
