package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.limit.RateLimits.OnFailure;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users may ask of the limits. */
final class RateLimitsTest {
    private final RateLimits limits = new VirtualLimitTime().limits();

    @Test
    void eachOptionChangesACopyThatSharesTheCount() {
        RateLimits changed = limits.account("main").address("10.0.0.5").reservedForCancels(30);

        assertThat(changed.book()).isSameAs(limits.book());
        assertThat(changed.isLimited()).isTrue();
        assertThat(changed.account()).isEqualTo("main");
        assertThat(changed.address()).isEqualTo("10.0.0.5");
        assertThat(changed.reservePercent()).isEqualTo(30);
        assertThat(limits.account()).isNull();
        assertThat(limits.address()).isNull();
        assertThat(limits.reservePercent()).isEqualTo(20);
    }

    @Test
    void aFigureThatAllowsNothingIsRejected() {
        assertThatThrownBy(() -> limits.limit("placeOrder", 0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit of placeOrder is 0 per PT1S; it must be at least one request per a period of at"
                        + " most a day");
        assertThatThrownBy(() -> limits.limit("placeOrder", 1, Duration.ZERO))
                .hasMessage("The limit of placeOrder is 1 per PT0S; it must be at least one request per a period of at"
                        + " most a day");
    }

    @Test
    void clientsOfAProcessShareOneCountUnlessTheyHaveNone() {
        assertThat(RateLimits.inMemory()).isSameAs(RateLimits.inMemory());
        assertThat(RateLimits.inMemory().isLimited()).isTrue();
        assertThat(RateLimits.none().isLimited()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90})
    void theReserveMayBeNothingOrNearlyAll(int percent) {
        assertThat(limits.reservedForCancels(percent).reservePercent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 91})
    void aReserveThatLeavesNothingIsInvalid(int percent) {
        assertThatThrownBy(() -> limits.reservedForCancels(percent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The share kept for cancels is " + percent
                        + " %; it must be from 0 to 90, since the rest must live too");
    }

    @Test
    void namesThatAreBlankAreInvalid() {
        DistantStore store = new DistantStore(new VirtualLimitTime(), new HashMap<>(), Duration.ZERO);

        assertThatThrownBy(() -> limits.account(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The account is blank; give any name, the same wherever it is used");
        assertThatThrownBy(() -> limits.address(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The address is blank; give any name, the same wherever it is used");
        assertThatThrownBy(() -> RateLimits.shared(store, " ", OnFailure.FAIL_OPEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The namespace is blank; name what shares these limits, such as trading");
        assertThat(RateLimits.shared(store, "trading", OnFailure.FAIL_OPEN).isLimited())
                .isTrue();
    }
}
