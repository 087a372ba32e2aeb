package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.NextStep.Action;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AbsenceProofTest {
    private static final NextStep LIST_LATER = new NextStep(Action.LIST, 0, Duration.ofMillis(500));

    private final AbsenceProof absence = new AbsenceProof(() -> Duration.ofSeconds(2));

    @Test
    void absenceIsProvenByTheListAndAfterItTheLookup() {
        assertThat(lookup(5000)).isEqualTo(new NextStep(Action.LOOK, 1));
        assertThat(lookup(5100)).isEqualTo(new NextStep(Action.LOOK, 2));
        assertThat(lookup(5200)).isEqualTo(new NextStep(Action.LIST, 0));
        assertThat(list(6400)).isEqualTo(LIST_LATER);
        assertThat(list(6999)).isEqualTo(new NextStep(Action.LIST, 0, Duration.ofMillis(1)));
        assertThat(absence.isProvenByLookups()).isFalse();
        assertThat(list(7000)).isEqualTo(new NextStep(Action.LOOK, 0));
        assertThat(absence.isProvenByLookups()).isTrue();
        assertThat(lookup(7100)).isNull();
        assertThat(absence.lookedUp()).isTrue();
    }

    @Test
    void lookupAtTheEndOfTheTimeIsFollowedByTheList() {
        lookup(0);
        lookup(1);
        assertThat(lookup(2000)).isEqualTo(new NextStep(Action.LIST, 0));
    }

    @Test
    void absenceIsProvenByTheListAloneWhereLookupsTellNothing() {
        assertThat(listAlone(5000)).isEqualTo(new NextStep(Action.LIST, 1));
        assertThat(listAlone(5100)).isEqualTo(new NextStep(Action.LIST, 2));
        assertThat(listAlone(5200)).isEqualTo(LIST_LATER);
        assertThat(listAlone(6400)).isEqualTo(LIST_LATER);
        assertThat(listAlone(6999)).isEqualTo(new NextStep(Action.LIST, 0, Duration.ofMillis(1)));
        assertThat(listAlone(7000)).isNull();
        assertThat(absence.lookedUp()).isFalse();
        assertThat(absence.isLookedUpInVain()).isFalse();
    }

    @Test
    void theListIsReadOnceMoreSomeTimeAfterTheFirstLookInVain() {
        absence.begin(0);
        lookup(1900);
        lookup(1950);
        assertThat(list(2100)).isEqualTo(new NextStep(Action.LIST, 0, Duration.ofMillis(300)));
        assertThat(list(2400)).isEqualTo(new NextStep(Action.LOOK, 0));
    }

    @Test
    void orderThatWasSeenBeginsItsAbsenceAnew() {
        lookup(0);
        lookup(1);
        lookup(2);
        assertThat(absence.isLookedUpInVain()).isTrue();
        absence.end();
        assertThat(absence.isLookedUpInVain()).isFalse();
        assertThat(lookup(5000)).isEqualTo(new NextStep(Action.LOOK, 1));
    }

    private @Nullable NextStep lookup(long millis) {
        return absence.next(false, Duration.ofMillis(millis).toNanos(), false);
    }

    private @Nullable NextStep list(long millis) {
        return absence.next(true, Duration.ofMillis(millis).toNanos(), false);
    }

    private @Nullable NextStep listAlone(long millis) {
        return absence.next(true, Duration.ofMillis(millis).toNanos(), true);
    }
}
