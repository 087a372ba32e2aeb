package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.OwnLog;
import dev.openvenue.core.annotation.RateLimit.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the store of shared limits is asked, given up and found again. */
@SuppressWarnings("FutureReturnValueIgnored") // A test looks at the responses that it is about.
final class StoreCircuitBreakerTest {
    private static final String LOST = "The shared rate limits cannot be reached (TimeoutException); nothing is sent";
    private static final Quota QUOTA = new Quota("orders", 10, Duration.ofSeconds(1), Scope.ACCOUNT);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final StoreCircuitBreaker access = new StoreCircuitBreaker(time, "nothing is sent");
    private final List<CompletableFuture<String>> questions = new ArrayList<>();
    private final List<String> unwanted = new ArrayList<>();
    private final OwnLog log = OwnLog.of(RateLimits.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void aResponseInTimeIsPassedOn() {
        CompletableFuture<String> response = ask();
        time.pass(Duration.ofMillis(999));
        response(0, "yes");

        assertThat(response).isCompletedWithValue("yes");
        assertThat(unwanted).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aStoreThatDoesNotRespondWithinASecondIsLost() {
        CompletableFuture<String> response = ask();
        time.pass(Duration.ofMillis(999));
        assertThat(response).isNotDone();
        time.pass(Duration.ofMillis(1));

        assertLost(response, "the shared rate limits cannot be reached (TimeoutException)");
        assertThat(log.lines()).containsExactly("WARNING " + LOST);
    }

    @Test
    void aResponseThatComesTooLateIsPutBack() {
        ask();
        time.pass(Duration.ofSeconds(1));
        response(0, "late");

        assertThat(unwanted).containsExactly("late");
    }

    @Test
    void whatTheStoreThrowsIsNamed() {
        assertLost(
                access.<String>ask(
                        () -> {
                            throw new IllegalStateException("closed");
                        },
                        unwanted::add),
                "the shared rate limits cannot be reached (IllegalStateException)");
        time.pass(Duration.ofSeconds(1));
        CompletableFuture<String> response = ask();
        questions.get(0).completeExceptionally(new CompletionException(new IllegalArgumentException("broken")));

        assertLost(response, "the shared rate limits cannot be reached (IllegalStateException)");
    }

    @Test
    void aStoreThatIsLostIsLeftAloneForASecondAndThenAskedOnceAtATime() {
        ask();
        time.pass(Duration.ofSeconds(1));

        time.pass(Duration.ofMillis(999));
        assertLost(ask(), "the shared rate limits cannot be reached (TimeoutException)");
        assertThat(questions).hasSize(1);
        time.pass(Duration.ofMillis(1));
        assertLost(ask(), "the shared rate limits cannot be reached (TimeoutException)");
        assertLost(ask(), "the shared rate limits cannot be reached (TimeoutException)");
        assertThat(questions).hasSize(2);
        time.pass(Duration.ofSeconds(1));
        ask();
        assertThat(questions).hasSize(2);
        time.pass(Duration.ofSeconds(1));
        ask();
        assertThat(questions).hasSize(3);
    }

    @Test
    void aStoreThatRespondsAgainIsUsedAgainAndWhatItGaveMeanwhileIsPutBack() {
        ask();
        time.pass(Duration.ofSeconds(2));
        ask();
        response(1, "again");

        assertThat(unwanted).containsExactly("again");
        assertThat(log.lines()).containsExactly("WARNING " + LOST, "INFO The shared rate limits can be reached again");
        CompletableFuture<String> response = ask();
        response(2, "yes");
        assertThat(response).isCompletedWithValue("yes");
    }

    @Test
    void aCheckThatFailsPutsNothingBackAndLeavesTheStoreLost() {
        ask();
        time.pass(Duration.ofSeconds(2));
        ask();
        questions.get(1).completeExceptionally(new IllegalStateException("still closed"));

        assertThat(unwanted).isEmpty();
        assertLost(ask(), "the shared rate limits cannot be reached (TimeoutException)");
    }

    @Test
    void aStoreThatRespondsOthersMeanwhileIsBusyAndNotLost() {
        CompletableFuture<String> waiting = ask();
        CompletableFuture<String> other = ask();
        time.pass(Duration.ofMillis(1));
        response(1, "yes");
        time.pass(Duration.ofMillis(999));

        assertThat(other).isCompletedWithValue("yes");
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(TimeoutException.class);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aStoreThatRespondedOthersBeforeItWasAskedIsLost() {
        ask();
        response(0, "yes");
        CompletableFuture<String> waiting = ask();
        time.pass(Duration.ofSeconds(1));

        assertLost(waiting, "the shared rate limits cannot be reached (TimeoutException)");
    }

    @Test
    void theLogIsWarnedOnceAMinute() {
        tooSlow();
        time.pass(Duration.ofMillis(59_999));
        tooSlow();
        assertThat(log.lines()).hasSize(1);
        time.pass(Duration.ofMillis(1));
        tooSlow();
        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void aStoreThatIsTooSlowIsNamedAndCheckedBesideTheCalls() {
        access.took(Duration.ofMillis(1250).toNanos());
        String problem = "respond too slowly for 10 requests per 1 s and account for orders (in 1.25 s)";

        SharedLimitsLostException lost = tooSlow();

        assertThat(lost).hasMessage("the shared rate limits " + problem).hasRootCauseMessage(problem);
        assertThat(log.lines()).containsExactly("WARNING The shared rate limits " + problem + "; nothing is sent");
        response(0, "yes");
        assertThat(unwanted).containsExactly("yes");
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void theFirstResponsesTimeCountsAndLaterOnesChangeItALittle() {
        access.took(800);
        assertThat(access.latency()).isEqualTo(800);
        access.took(1600);
        assertThat(access.latency()).isEqualTo(900);
        access.took(100);
        assertThat(access.latency()).isEqualTo(850);
    }

    private CompletableFuture<String> ask() {
        return access.ask(this::question, unwanted::add);
    }

    private SharedLimitsLostException tooSlow() {
        return access.tooSlow(this::question, unwanted::add, QUOTA);
    }

    private CompletableFuture<String> question() {
        CompletableFuture<String> question = new CompletableFuture<>();
        questions.add(question);
        return question;
    }

    private void response(int question, String response) {
        assertThat(questions.get(question).complete(response)).isTrue();
    }

    private static void assertLost(CompletableFuture<String> response, String message) {
        assertThat(response).isCompletedExceptionally();
        assertThatThrownBy(response::join)
                .cause()
                .isInstanceOf(SharedLimitsLostException.class)
                .hasMessage(message);
    }
}
