package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitRegistry.Need;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which limits are remembered, and for how long. */
final class LimitRegistryTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Quota ORDERS = new Quota("orders", 10, Duration.ofSeconds(1), Scope.KEY);
    private static final Quota RARE = new Quota("rare", 1, Duration.ofMinutes(5), Scope.KEY);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final LimitRegistry book = LimitRegistry.local(time);

    @Test
    void twentyThousandKeysLeaveNothingBehind() {
        for (int key = 0; key < 20_000; key++) {
            assertThat(join("key" + key, ORDERS).isGranted()).isTrue();
        }
        assertThat(book.size()).isEqualTo(20_000);
        time.pass(Duration.ofMinutes(4));
        assertThat(book.size()).isZero();
    }

    @Test
    void aLimitIsKeptUntilItIsFullAgain() {
        join("key", RARE);
        time.pass(Duration.ofMinutes(5));
        assertThat(join("key", RARE).isGranted()).isFalse();
    }

    @Test
    void aLimitThatIsLookedUpIsKept() {
        book.limit("key", ORDERS);
        time.pass(Duration.ofSeconds(119));
        book.limit("key", ORDERS);
        time.pass(Duration.ofMinutes(1));
        assertThat(book.size()).isEqualTo(1);
    }

    @Test
    void aLimitThatACallWaitsForIsKept() {
        Need held = new Need("key", ORDERS, 10);
        book.limit("other", ORDERS).rejected(Duration.ofMinutes(5), time.nanos(), 0);
        book.join(List.of(held, new Need("other", ORDERS, 10)), PermitLane.Kind.ORDINARY, LONG);
        time.pass(Duration.ofMinutes(4));
        assertThat(book.size()).isEqualTo(2);
    }

    @Test
    void aPauseOutlivesIdleness() {
        book.limit("key", ORDERS).rejected(Duration.ofMinutes(5), time.nanos(), 0);
        time.pass(Duration.ofMinutes(4));
        assertThat(join("key", ORDERS).isGranted()).isFalse();
    }

    private PermitRequest join(String owner, Quota quota) {
        return book.join(List.of(new Need(owner, quota, quota.permits())), PermitLane.Kind.ORDINARY, LONG);
    }
}
