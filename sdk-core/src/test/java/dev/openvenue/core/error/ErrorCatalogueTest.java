package dev.openvenue.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.error.ErrorCatalogue.Entry;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import org.junit.jupiter.api.Test;

class ErrorCatalogueTest {
    private final ErrorCatalogue catalogue = ErrorCatalogue.builder()
            .codes("1001 1002", "The key is unknown")
            .stated(ErrorKind.AUTHENTICATION, Effect.NONE, Remedy.NONE)
            .codes("5003", "The venue is busy")
            .inferred(ErrorKind.VENUE_UNAVAILABLE, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER)
            .build();

    @Test
    void everyCodeOfAnEntryIsFoundWithItsMeaning() {
        assertThat(catalogue.codes()).containsExactlyInAnyOrder("1001", "1002", "5003");
        assertThat(catalogue.find("1002"))
                .contains(new Entry(
                        "1002", ErrorKind.AUTHENTICATION, Effect.NONE, Remedy.NONE, false, "The key is unknown"));
        assertThat(catalogue.find("5003"))
                .contains(new Entry(
                        "5003",
                        ErrorKind.VENUE_UNAVAILABLE,
                        Effect.UNKNOWN,
                        Remedy.LOOK_UP_ORDER,
                        true,
                        "The venue is busy"));
    }

    @Test
    void codeThatTheSpecDoesNotListIsNotFound() {
        assertThat(catalogue.find("9999")).isEmpty();
    }
}
