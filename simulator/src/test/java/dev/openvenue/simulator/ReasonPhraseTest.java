package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients show their users beside the number of a status. */
final class ReasonPhraseTest {
    @ParameterizedTest
    @CsvSource({
        "bitget, /nowhere, 400 Bad Request",
        "xt, /nowhere, 404 Not Found",
        "htx, /nowhere, 405 Method Not Allowed",
        "satori, /api/third/info/time, 200 OK"
    })
    void statusIsWordedAsTheStandardDoes(String venueId, String path, String status) throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(venueId);
                Response response = new OkHttpClient()
                        .newCall(new Request.Builder()
                                .url(venue.baseUrl() + path)
                                .build())
                        .execute()) {
            assertThat(response.code() + " " + response.message()).isEqualTo(status);
        }
    }
}
