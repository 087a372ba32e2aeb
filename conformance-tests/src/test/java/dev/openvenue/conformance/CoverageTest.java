package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation has cases, every case says where it comes from; and the build prints the totals. */
final class CoverageTest {
    private static final Set<String> PROVENANCES = Set.of("documented", "observed", "self-computed");

    /**
     * What every venue has, whose name is therefore the same at every venue; {@code specs/README.md} says what they do.
     */
    private static final Set<String> SHARED = Set.of(
            "placeOrder",
            "placeOrders",
            "cancelOrder",
            "cancelOrders",
            "getOrder",
            "listOpenOrders",
            "listFills",
            "getServerTime",
            "listSymbols",
            "getOrderBook",
            "listCandles",
            "listTrades");

    @TestFactory
    Stream<DynamicTest> everyVenueHasTheSharedOperationsUnderTheirNames() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(
                        venue.name(),
                        () -> assertThat(venue.operations().keySet()).containsAll(SHARED)));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasARequestAndAResponseCase() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(venue.name(), () -> {
                    for (String kind : List.of("requests", "responses")) {
                        Set<String> missing = new TreeSet<>(venue.operations().keySet());
                        Case.all(venue, kind).forEach(test -> missing.remove(test.operation()));
                        assertThat(missing)
                                .as("operations without a case in " + kind)
                                .isEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsAboutAnOperationOfTheSpec() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(venue.name(), () -> {
                    Set<String> unknown = Stream.of("requests", "responses", "errors", "invalid")
                            .flatMap(kind -> Case.all(venue, kind).stream())
                            .map(Case::operation)
                            .collect(Collectors.toCollection(TreeSet::new));
                    unknown.removeAll(venue.operations().keySet());
                    assertThat(unknown).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseSaysWhereItComesFrom() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(venue.name(), () -> {
                    for (Case test : all(venue)) {
                        assertThat(test.text("provenance"))
                                .as(test.folder().toString())
                                .isIn(PROVENANCES);
                        assertThat(test.text("source"))
                                .as(test.folder().toString())
                                .isNotBlank();
                    }
                }));
    }

    @Test
    void totalsOfTheCasesArePrinted() {
        List<String> lines = new ArrayList<>();
        lines.add(row("venue", "operations", "cases", "documented", "observed", "self-computed", "error codes"));
        for (Venue venue : Venue.all()) {
            List<Case> cases = all(venue);
            lines.add(row(
                    venue.name(),
                    venue.operations().size(),
                    cases.size(),
                    count(cases, "documented"),
                    count(cases, "observed"),
                    count(cases, "self-computed"),
                    errorCodes(venue)));
        }
        System.out.println(String.join(System.lineSeparator(), lines));
        assertThat(lines).hasSize(Venue.all().size() + 1);
    }

    private static List<Case> all(Venue venue) {
        return CaseFormat.kinds().stream()
                .flatMap(kind -> Case.all(venue, kind).stream())
                .toList();
    }

    private static long count(List<Case> cases, String provenance) {
        return cases.stream()
                .filter(test -> test.text("provenance").equals(provenance))
                .count();
    }

    private static long errorCodes(Venue venue) {
        return ((List<?>) java.util.Objects.requireNonNull(venue.spec().get("x-error-codes")))
                .stream()
                        .mapToLong(entry -> ((List<?>) java.util.Objects.requireNonNull(
                                        Json.map(entry).get("codes")))
                                .size())
                        .sum();
    }

    private static String row(Object... cells) {
        return Stream.of(cells).map(cell -> String.format("%-14s", cell)).collect(Collectors.joining());
    }
}
