package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;

final class VenueResponseTest {
    private static final Headers HEADERS = Headers.of("Date", "today");
    private static final Map<String, String> ENVELOPE = Map.of("code", "0");
    private static final VenueResponse<String> TEXT = new VenueResponse<>("7", 200, HEADERS, ENVELOPE, 2, "{é}");

    @Test
    void bytesBecomeTheirTextAndNoOther() {
        VenueResponse<String> bytes =
                new VenueResponse<>("7", 200, HEADERS, ENVELOPE, 2, ByteString.decodeHex("7bc3a97d"));

        assertThat(bytes.body()).isEqualTo("{é}");
        assertThat(bytes).isEqualTo(TEXT).hasSameHashCodeAs(TEXT).hasToString(TEXT.toString());
    }

    @Test
    void responsesDifferInEveryPart() {
        assertThat(TEXT)
                .isNotEqualTo(new VenueResponse<>("8", 200, HEADERS, ENVELOPE, 2, "{é}"))
                .isNotEqualTo(new VenueResponse<>("7", 201, HEADERS, ENVELOPE, 2, "{é}"))
                .isNotEqualTo(new VenueResponse<>("7", 200, Headers.of(), ENVELOPE, 2, "{é}"))
                .isNotEqualTo(new VenueResponse<>("7", 200, HEADERS, Map.of(), 2, "{é}"))
                .isNotEqualTo(new VenueResponse<>("7", 200, HEADERS, ENVELOPE, 1, "{é}"))
                .isNotEqualTo(new VenueResponse<>("7", 200, HEADERS, ENVELOPE, 2, "{}"))
                .isNotEqualTo("7");
    }

    @Test
    void textNamesEveryPart() {
        assertThat(TEXT)
                .hasToString("VenueResponse[value=7, status=200, headers=Date: today\n, envelope={code=0},"
                        + " attempts=2, body={é}]");
    }
}
