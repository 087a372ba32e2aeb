package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What all calls of a client together may retry. */
class RetryBudgetTest {
    private static final String FOUND = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void clientWhoseRetryBudgetIsUsedUpPassesFailuresOn() {
        SampleApi api = api(1);
        venue.responds(503, "").responds(503, "").responds(503, "");

        RejectedException first = failure(api.findOrder("1"), RejectedException.class);
        RejectedException second = failure(api.findOrder("1"), RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(3);
        assertThat(first.getSuppressed()[0])
                .isInstanceOf(NotSentException.class)
                .hasMessage("findOrder was not retried: this client's retry budget is used up,"
                        + " and calls that succeed earn new ones");
        assertThat(second).hasMessage(first.getMessage());
    }

    @Test
    void budgetOfNothingIsABudget() {
        assertThat(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, 0).budget()).isZero();
    }

    @Test
    void fiveSuccessesEarnARetry() {
        SampleApi api = api(1);
        venue.responds(503, "").responds(FOUND);
        api.findOrder("1").execute();
        for (int i = 0; i < 3; i++) {
            venue.responds(FOUND);
            api.findOrder("1").execute();
        }
        venue.responds(503, "");
        failure(api.findOrder("1"), RejectedException.class);
        venue.responds(FOUND);
        api.findOrder("1").execute();

        venue.responds(503, "").responds(FOUND);
        assertThat(api.findOrder("1").executeWithResponse().attempts()).isEqualTo(2);
    }

    @Test
    void moreThanTheBudgetIsNeverEarned() {
        RetryBudget budget = new RetryBudget(2);
        for (int i = 0; i < 100; i++) {
            budget.earn();
        }

        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void negativeBudgetIsRejected() {
        assertThatThrownBy(() -> new RetryPolicy(3, Duration.ZERO, Duration.ZERO, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The budget is -1 retries; it must not be below 0");
    }

    private SampleApi api(int budget) {
        return venue.builder()
                .retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), budget))
                .build()
                .api();
    }
}
