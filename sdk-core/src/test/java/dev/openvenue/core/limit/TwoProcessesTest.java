package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.Limit.Claim;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes flat out on one account: together they stay within the limit of every window and use nine tenths of it. */
@Timeout(60)
final class TwoProcessesTest {
    private static final int PERMITS = 50;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int PERIODS = 3;

    /** Between taking a permit and looking at the clock a busy machine may let a process wait. */
    private static final Duration JITTER = Duration.ofMillis(200);

    @Test
    void twoProcessesShareALimitAndUseItUp() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            Process one = sender(redis.port());
            Process other = sender(redis.port());
            one.inputReader().readLine();
            other.inputReader().readLine();
            for (Process sender : List.of(one, other)) {
                sender.outputWriter().append("go\n").close();
            }
            List<Long> first = one.inputReader().lines().map(Long::valueOf).toList();
            List<Long> second = other.inputReader().lines().map(Long::valueOf).toList();
            List<Long> sent =
                    Stream.concat(first.stream(), second.stream()).sorted().toList();

            assertThat(Windows.fullest(sent, PERIOD.minus(JITTER))).isLessThanOrEqualTo(PERMITS);
            assertThat(sent).hasSizeGreaterThanOrEqualTo(PERMITS * PERIODS * 9 / 10);
            assertThat(first).hasSizeGreaterThan(PERMITS * PERIODS / 10);
            assertThat(second).hasSizeGreaterThan(PERMITS * PERIODS / 10);
        }
    }

    private static Process sender(int redisPort) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        Integer.toString(redisPort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A process that takes every permit that it can get, and says when it got it. */
    static final class Sender {
        private Sender() {}

        public static void main(String[] arguments) throws IOException {
            RedisServer.Store store = RedisServer.connect(Integer.parseInt(arguments[0]));
            LimitBook book = LimitBook.shared(store.buckets(), "test", OnFailure.FAIL_CLOSED, LimitTime.system());
            take(book, "warm-up", Duration.ofMillis(1));
            System.out.println("ready");
            System.in.read();
            take(book, "placeOrder", PERIOD.multipliedBy(PERIODS)).forEach(System.out::println);
            store.close();
        }

        private static List<Long> take(LimitBook book, String name, Duration within) {
            Quota quota = new Quota(name, PERMITS, PERIOD, Scope.ACCOUNT);
            List<Claim> claims = List.of(new Claim(book.limit("test:account:none", quota), PERMITS));
            List<Long> taken = new ArrayList<>();
            long end = book.time().nanos() + within.toNanos();
            while (true) {
                Duration left = Duration.ofNanos(end - book.time().nanos());
                if (left.isNegative()
                        || !book.turns()
                                .join(claims, false, left)
                                .decided()
                                .join()
                                .isGranted()) {
                    return taken;
                }
                taken.add(ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now()));
            }
        }
    }
}
