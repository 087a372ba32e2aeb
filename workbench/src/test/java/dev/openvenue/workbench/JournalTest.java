package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalTest {
    private static void add(Journal journal, String venue, String text) {
        journal.add(number -> new JournalEntry(
                number, Json.object("number", number, "venue", venue), Json.object("requestBody", text)));
    }

    private static List<Long> numbers(Journal.Page page) {
        return page.entries().stream().map(JournalEntry::number).toList();
    }

    @Test
    void tenThousandRequestsAreKeptAndThoseBeforeAreCounted() {
        Journal journal = new Journal();
        for (int i = 0; i < 10_003; i++) {
            add(journal, "bitget", "");
        }

        assertThat(journal.size()).isEqualTo(10_000);
        assertThat(journal.dropped()).isEqualTo(3);
        assertThat(journal.find(3)).isNull();
        Journal.Page first = journal.page(0L, null, 2);
        assertThat(numbers(first)).containsExactly(4L, 5L);
        assertThat(first.dropped()).isEqualTo(3);
    }

    @Test
    void largeRequestsTakeThePlaceOfMore() {
        Journal journal = new Journal(10_000, 300_000);
        for (int i = 0; i < 100; i++) {
            add(journal, "bitget", "x".repeat(50_000));
        }

        assertThat(journal.size()).isEqualTo(2);
        assertThat(journal.dropped()).isEqualTo(98);
    }

    @Test
    void oneRequestIsKeptHoweverLargeItIs() {
        Journal journal = new Journal(10_000, 10);
        add(journal, "bitget", "x".repeat(1_000));

        assertThat(journal.size()).isOne();
    }

    @Test
    void aCursorLeadsThroughAllRequests() {
        Journal journal = new Journal();
        for (int i = 0; i < 5; i++) {
            add(journal, i % 2 == 0 ? "bitget" : "xt", "");
        }

        Journal.Page first = journal.page(0L, null, 3);
        Journal.Page second = journal.page(first.next(), null, 3);
        Journal.Page third = journal.page(second.next(), null, 3);
        add(journal, "xt", "");
        Journal.Page fourth = journal.page(third.next(), null, 3);

        assertThat(numbers(first)).containsExactly(1L, 2L, 3L);
        assertThat(numbers(second)).containsExactly(4L, 5L);
        assertThat(numbers(third)).isEmpty();
        assertThat(numbers(fourth)).containsExactly(6L);
    }

    @Test
    void theRequestsOfOneVenueHaveACursorToo() {
        Journal journal = new Journal();
        for (int i = 0; i < 6; i++) {
            add(journal, i % 2 == 0 ? "bitget" : "xt", "");
        }

        Journal.Page first = journal.page(0L, "xt", 2);

        assertThat(numbers(first)).containsExactly(2L, 4L);
        assertThat(numbers(journal.page(first.next(), "xt", 2))).containsExactly(6L);
        assertThat(journal.page(6L, "xt", 2).next()).isEqualTo(6);
    }

    @Test
    void withoutACursorTheNewestRequestsCome() {
        Journal journal = new Journal();
        for (int i = 0; i < 5; i++) {
            add(journal, "bitget", "");
        }

        Journal.Page page = journal.page(null, null, 2);

        assertThat(numbers(page)).containsExactly(4L, 5L);
        assertThat(page.next()).isEqualTo(5);
    }

    @Test
    void numbersGoOnAfterAReset() {
        Journal journal = new Journal();
        add(journal, "bitget", "");
        journal.clear();
        add(journal, "bitget", "");

        assertThat(numbers(journal.page(0L, null, 2))).containsExactly(2L);
        assertThat(journal.dropped()).isZero();
    }
}
