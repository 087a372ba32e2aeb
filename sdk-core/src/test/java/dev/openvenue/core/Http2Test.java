package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.TransportException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HTTP/2 has failures of its own, some of which OkHttp meets with a retry. */
class Http2Test {
    private static final int REFUSED_STREAM = 7;
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @BeforeEach
    void speakHttp2() {
        venue.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }

    @Test
    void orderTravelsOverHttp2() {
        venue.responds(PLACED);

        assertThat(api().placeOrder(NewOrder.BUY).execute()).isEqualTo(new SampleApi.Order("1", null, null));
        assertThat(venue.request().getVersion()).isEqualTo("HTTP/2");
    }

    @Test
    void orderOnARejectedStreamIsSentOnce() {
        venue.responds(PLACED);
        venue.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseStream(REFUSED_STREAM))
                .build());
        venue.responds(PLACED);
        SampleApi api = api();
        api.placeOrder(NewOrder.BUY).execute();

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e)
                .hasMessage("No response from Sample to placeOrder: stream was reset: REFUSED_STREAM"
                        + " (outcome unknown: look the order up before retrying)");
        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    private SampleApi api() {
        OkHttpClient http2 = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
        return venue.builder().httpClient(http2).build().api();
    }
}
