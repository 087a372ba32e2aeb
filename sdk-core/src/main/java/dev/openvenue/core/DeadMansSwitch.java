package dev.openvenue.core;

import dev.openvenue.core.codegen.SwitchDescription;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A venue's dead man's switch: the venue cancels the account's orders unless it hears from this client in time. Which
 * orders, the operation's Javadoc says. It is set anew three times per timeout, in the background, until it is closed.
 *
 * <pre>{@code
 * try (DeadMansSwitch guard = htx.deadMansSwitch(Duration.ofSeconds(30), event -> log(event))) {
 *     trade();
 * }
 * }</pre>
 *
 * <p>Close it before the client: a closed client cannot turn it off, and it fires.
 */
public final class DeadMansSwitch implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(DeadMansSwitch.class.getName());

    private static final int BEATS = 3;
    private static final int BEATS_AFTER_FAILURE = 12;
    private static final int ATTEMPTS_TO_TURN_OFF = 3;
    private static final Duration SHORTEST_CALL = Duration.ofMillis(250);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    /** What is known of the switch. */
    public enum State {
        /** The venue confirmed the last heartbeat. */
        ARMED,
        /** The last heartbeat failed; the switch fires unless a later one succeeds. */
        AT_RISK,
        /** No heartbeat was confirmed in time: the venue may have cancelled the orders. */
        MAY_HAVE_FIRED,
        /** It was closed, and the venue confirmed that it is off. */
        OFF,
        /** It was closed, or its client was, and it may still be armed: then it fires. */
        LEFT_ARMED
    }

    /**
     * A change of the state, or another failed heartbeat.
     *
     * @param state the state from now on
     * @param left how long the switch does not fire yet; zero if it may have fired, or if it is off
     * @param cause what failed; null if nothing did
     */
    public record Event(
            State state, Duration left, @Nullable VenueException cause) {}

    private final VenueClient client;
    private final ClientContext context;
    private final SwitchDescription description;
    private final Duration timeout;
    private final Consumer<? super Event> listener;
    private State state = State.ARMED;
    private boolean mayHaveFired;
    private boolean ended;
    private long confirmedAt;
    private Runnable timer = () -> {};
    private volatile Runnable withdraw = () -> {};
    private CompletableFuture<?> beating = CompletableFuture.completedFuture(null);

    private DeadMansSwitch(
            VenueClient client, SwitchDescription description, Duration timeout, Consumer<? super Event> listener) {
        this.client = client;
        this.context = client.context();
        this.description = description;
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * Arms the switch of a venue; for generated clients.
     *
     * @throws IllegalArgumentException if the timeout is not one that the venue takes; nothing was sent then
     * @throws VenueException if the venue did not confirm; if it may be armed, turning it off was tried
     */
    public static DeadMansSwitch arm(
            VenueClient client, SwitchDescription description, Duration timeout, Consumer<? super Event> listener) {
        check(client.venueName(), description, timeout);
        DeadMansSwitch armed = new DeadMansSwitch(client, description, timeout, listener);
        try {
            armed.begin();
            return armed;
        } catch (VenueException e) {
            armed.giveUp(e);
            throw e;
        }
    }

    private static void check(String venue, SwitchDescription description, Duration timeout) {
        Duration most = description.most();
        boolean within = timeout.compareTo(description.least()) >= 0 && (most == null || timeout.compareTo(most) <= 0);
        String what = "The timeout of " + venue + "'s dead man's switch is " + Seconds.text(timeout) + "; ";
        if (!within) {
            throw new IllegalArgumentException(what + "it must be at least " + Seconds.text(description.least())
                    + (most == null ? "" : " and at most " + Seconds.text(most)));
        }
        if (!timeout.equals(description.unit().multipliedBy(timeout.dividedBy(description.unit())))) {
            throw new IllegalArgumentException(
                    what + venue + " counts in steps of " + Seconds.text(description.unit()));
        }
    }

    private void begin() {
        confirmedAt = context.config().nanoTime().getAsLong();
        call(timeout.dividedBy(description.unit()), callTime(timeout)).execute();
        synchronized (this) {
            if (!ended) {
                schedule(timeout.dividedBy(BEATS));
            }
        }
        withdraw = client.onClose(this::clientClosed);
    }

    private void giveUp(VenueException failure) {
        synchronized (this) {
            ended = true;
            state = State.LEFT_ARMED;
        }
        if (failure.effect() == Effect.UNKNOWN) {
            try {
                turnOff();
            } catch (VenueException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void schedule(Duration in) {
        timer = context.config().deadlineTimer().start(in, context.threads(), this::beat);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens.
    private void beat() {
        long sentAt = context.config().nanoTime().getAsLong();
        CompletableFuture<Object> call;
        synchronized (this) {
            if (ended) {
                return;
            }
            call = call(timeout.dividedBy(description.unit()), callTime(left())).executeAsync();
            beating = call;
        }
        call.whenComplete((response, failure) -> {
            if (failure == null) {
                confirmed(sentAt);
            } else {
                failed((VenueException) failure);
            }
        });
    }

    private void confirmed(long sentAt) {
        Event late;
        Event event;
        synchronized (this) {
            if (ended) {
                return;
            }
            // The venue may have heard of it as late as now.
            boolean tooLate = left().isZero();
            mayHaveFired |= tooLate;
            late = tooLate && state != State.MAY_HAVE_FIRED
                    ? new Event(State.MAY_HAVE_FIRED, Duration.ZERO, null)
                    : null;
            confirmedAt = sentAt;
            event = state == State.ARMED && !tooLate ? null : new Event(State.ARMED, left(), null);
            state = State.ARMED;
            schedule(timeout.dividedBy(BEATS));
        }
        tell(late);
        tell(event);
    }

    private void failed(VenueException cause) {
        Event event;
        synchronized (this) {
            if (ended) {
                return;
            }
            mayHaveFired |= left().isZero();
            state = left().isZero() ? State.MAY_HAVE_FIRED : State.AT_RISK;
            event = new Event(state, left(), cause);
            schedule(timeout.dividedBy(BEATS_AFTER_FAILURE));
        }
        tell(event);
    }

    private void clientClosed() {
        Event event;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            timer.run();
            state = State.LEFT_ARMED;
            event = new Event(state, left(), null);
        }
        tell(event);
    }

    /**
     * How long a call may take: a heartbeat's share of the timeout, and no longer than there is time, so that what
     * comes of it is known when the switch may fire.
     */
    private Duration callTime(Duration left) {
        Duration share = timeout.dividedBy(BEATS);
        Duration time = share.compareTo(LONGEST_CALL) < 0 ? share : LONGEST_CALL;
        if (left.compareTo(time) < 0) {
            time = left;
        }
        return time.compareTo(SHORTEST_CALL) < 0 ? SHORTEST_CALL : time;
    }

    private VenueCall<Object> call(long value, Duration within) {
        return client.operations()
                .find(description.operation())
                .call(Map.of(description.argument(), value))
                .with(CallOptions.timeout(within).urgent());
    }

    private void tell(@Nullable Event event) {
        if (event == null) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING,
                    "The listener of " + client.venueName() + "'s dead man's switch failed; the heartbeats go on",
                    e);
        }
    }

    /** What is known of the switch now. */
    public synchronized State state() {
        return !ended && left().isZero() ? State.MAY_HAVE_FIRED : state;
    }

    /**
     * Whether there was a time, since it was armed, for which no heartbeat was confirmed: the venue may have cancelled
     * the orders then, even if it is armed again.
     */
    public synchronized boolean mayHaveFired() {
        return mayHaveFired || state() == State.MAY_HAVE_FIRED;
    }

    /** How long it does not fire yet, if nothing is heard of this client any more; zero if it may have fired. */
    public synchronized Duration left() {
        Duration passed = Duration.ofNanos(context.config().nanoTime().getAsLong() - confirmedAt);
        Duration left = timeout.minus(passed);
        return state == State.OFF || left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Stops the heartbeats and turns the switch off, with up to three attempts. A second close does nothing.
     *
     * @throws VenueException if it could not be turned off: it may be armed, and then it fires
     */
    @Override
    public void close() {
        CompletableFuture<?> last;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            timer.run();
            last = beating;
        }
        withdraw.run();
        // A heartbeat that arrives after this would arm the switch again.
        last.handle((response, failure) -> null).join();
        try {
            turnOff();
        } catch (VenueException e) {
            end(new Event(State.LEFT_ARMED, left(), e));
            String message = client.venueName() + "'s dead man's switch could not be turned off and cancels orders in "
                    + Seconds.text(timeout) + " at the latest: " + e.getMessage();
            throw new TransportException(client.venueId(), description.operation(), e.effect(), message, e);
        }
        end(new Event(State.OFF, Duration.ZERO, null));
    }

    private void turnOff() {
        for (int attempt = 1; ; attempt++) {
            try {
                call(description.off(), callTime(timeout)).execute();
                return;
            } catch (VenueException e) {
                if (attempt == ATTEMPTS_TO_TURN_OFF) {
                    throw e;
                }
            }
        }
    }

    private void end(Event event) {
        synchronized (this) {
            state = event.state();
        }
        tell(event);
    }
}
