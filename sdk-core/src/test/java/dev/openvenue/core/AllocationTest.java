package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.openvenue.core.limit.RateLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a signed call allocates on its caller's thread, which is exact where times are not. JDK 17 and 25 need 18,200
 * bytes, of which OkHttp alone takes 8,500.
 */
@Isolated("All threads share OkHttp's pool of buffers, so another test could leave it empty")
final class AllocationTest {
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 100;
    private static final int ROUNDS = 10;
    private static final int LARGE = 48_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void signedCallAllocatesLittleOnTheCallersThread() throws IOException {
        assertThat(bytesPerCall("{\"code\":0,\"data\":{\"orderId\":\"1\"}}")).isBetween(5_000L, 24_000L);
    }

    @Test
    void bodyIsCopiedOnceAndDoesNotBecomeText() throws IOException {
        String padding = "x".repeat(LARGE);

        assertThat(bytesPerCall("{\"code\":0,\"data\":{\"orderId\":\"1\",\"unknown\":\"" + padding + "\"}}"))
                // A second copy, such as text, would exceed this; buffers that the pool has no room for do not.
                .isBetween(LARGE + 5_000L, LARGE + 42_000L);
    }

    /** That of the best round: a compiler that runs meanwhile only ever adds to it. */
    private static long bytesPerCall(String body) throws IOException {
        String response = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        // Unlike OkHttp's own server, this one takes nothing from the pool.
        try (TalkativeServer server = new TalkativeServer(ServerSocketFactory.getDefault());
                SampleClient client = SampleClient.builder()
                        .baseUrl("http://127.0.0.1:" + server.port())
                        .credentials(SampleVenue.credentials())
                        .rateLimits(RateLimits.none())
                        .build()) {
            place(client, server, response, WARM_UP);
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, place(client, server, response, CALLS));
            }
            return best / CALLS;
        }
    }

    /** Places that many orders; how many bytes that took. */
    private static long place(SampleClient client, TalkativeServer server, String response, int times) {
        for (int i = 0; i < times; i++) {
            server.sends(response);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            client.api().placeOrder(SampleApi.NewOrder.BUY).execute();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
