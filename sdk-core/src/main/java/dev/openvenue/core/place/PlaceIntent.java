package dev.openvenue.core.place;

import dev.openvenue.core.codegen.BatchPlaceDescription.Absence;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One order that is to be placed, and what is known of it. Its client order id belongs to it from the beginning, and
 * nothing changes it. Only the thread of the run changes it.
 */
final class PlaceIntent {
    /** Single lookups may fail to show what exists. */
    private static final int PROOFS_OF_ABSENCE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Map<String, @Nullable Object> fields;
    private final @Nullable String symbol;
    private final @Nullable String clientOrderId;
    private final boolean made;
    private final @Nullable Absence absence;
    /** Read by other threads. */
    private volatile @Nullable Ending ending;

    private @Nullable VenueException doubt;
    private @Nullable VenueException setback;
    private String seen = "";
    private long firstSent = Long.MAX_VALUE;
    private long responded;
    private boolean inFlight;
    private int looks;
    private int proofs;
    private long nextLook = Long.MAX_VALUE;

    /** What is known at the end. */
    record Ending(
            Status status,
            @Nullable String orderId,
            String message,
            @Nullable VenueException cause) {
        @Nullable
        String code() {
            return cause instanceof RejectedException rejection ? rejection.code() : null;
        }

        @Nullable
        ErrorKind kind() {
            return cause instanceof RejectedException rejection ? rejection.kind() : null;
        }
    }

    /**
     * An order that nothing has happened to yet.
     *
     * @param fields the order in the venue's own names, with its client order id
     * @param made whether the client order id was made here, so that no other order has it
     * @param absence when lookups prove that the order does not exist; null if never
     */
    PlaceIntent(
            Map<String, @Nullable Object> fields,
            @Nullable String symbol,
            @Nullable String clientOrderId,
            boolean made,
            @Nullable Absence absence) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.symbol = symbol;
        this.clientOrderId = clientOrderId;
        this.made = made;
        this.absence = absence == null || !isCovered(absence, fields) ? null : absence;
    }

    private static boolean isCovered(Absence absence, Map<String, @Nullable Object> fields) {
        return absence.only().entrySet().stream()
                .allMatch(only -> only.getValue().equals(JsonTree.text(fields, only.getKey())));
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    @Nullable
    String symbol() {
        return symbol;
    }

    @Nullable
    String clientOrderId() {
        return clientOrderId;
    }

    boolean isMade() {
        return made;
    }

    /** What is known at the end; null before. From any thread. */
    @Nullable
    Ending ending() {
        return ending;
    }

    /** Whether nothing more can become known of it. */
    boolean isDone() {
        return ending != null;
    }

    /** When it was sent for the first time. */
    long firstSent() {
        return firstSent;
    }

    /** When it is to be looked up next. */
    long nextLook() {
        return nextLook;
    }

    void sent(long now) {
        firstSent = Math.min(firstSent, now);
        inFlight = true;
    }

    void placed(String orderId) {
        end(new Ending(Status.PLACED, orderId, "Placed", null));
    }

    void rejected(RejectedException cause) {
        end(new Ending(Status.REJECTED, null, rejection(cause), cause));
    }

    void notSent(VenueException cause) {
        end(new Ending(Status.NOT_SENT, null, "Not sent: " + cause.getMessage(), cause));
    }

    /** Certainly not placed by the call that ended, and to be sent again. */
    void setBack(VenueException cause) {
        inFlight = false;
        setback = cause;
    }

    /** The call that ended may have placed it. */
    void doubted(VenueException cause, long now, boolean canBeLookedUp, String why) {
        inFlight = false;
        doubt = cause;
        responded = now;
        if (canBeLookedUp) {
            nextLook = now;
        } else {
            end(new Ending(Status.UNKNOWN, null, unknown(cause, why), cause));
        }
    }

    /** A lookup is under way; the next one is due only after its end. */
    void looking() {
        looks++;
        nextLook = Long.MAX_VALUE;
    }

    void found(String orderId) {
        VenueException cause = doubt;
        end(new Ending(
                Status.PLACED,
                orderId,
                "Placed: a lookup by its client order id " + clientOrderId + " found it, although " + words(cause),
                cause));
    }

    /** A lookup that was sent at the given time says that there is no such order. */
    void absent(long asked, long now, Duration lag) {
        seen = "no order with the client order id " + clientOrderId + " was found";
        if (asked >= closed()) {
            proofs++;
        }
        if (proofs >= PROOFS_OF_ABSENCE && asked - closed() >= lag.toNanos()) {
            end(new Ending(
                    Status.NOT_PLACED,
                    null,
                    "Not placed: " + seen + ", although the request can no longer be executed; " + words(doubt),
                    doubt));
        } else {
            lookAgain(now, lag);
        }
    }

    /** A lookup told nothing. */
    void unclear(String what, long now, Duration lag) {
        seen = what;
        lookAgain(now, lag);
    }

    /**
     * When the venue can no longer execute the request. The signed time may be ahead of the venue's by as much as the
     * venue tolerates, so it is twice that after the call ended.
     */
    private long closed() {
        return absence == null
                ? Long.MAX_VALUE
                : responded + 2 * absence.after().toNanos();
    }

    private void lookAgain(long now, Duration lag) {
        int doublings = Math.min(looks - 1, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        long next = now + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
        long closed = closed();
        boolean isClosed = now >= closed;
        nextLook = isClosed ? now + lag.dividedBy(2).toNanos() : Math.min(next, closed);
    }

    /**
     * The run is over for the given reason.
     *
     * @param unsent the reason as the failure of an order that was not sent
     * @param noResponse the reason as the failure of an order that was sent
     */
    void ended(String reason, VenueException unsent, VenueException noResponse) {
        if (!isDone()) {
            end(atTheEnd(reason, unsent, noResponse));
        }
    }

    private Ending atTheEnd(String reason, VenueException unsent, VenueException noResponse) {
        VenueException cause = doubt;
        if (cause != null) {
            return new Ending(Status.UNKNOWN, null, unknown(cause, reason), cause);
        }
        if (inFlight) {
            return new Ending(Status.UNKNOWN, null, "Unknown: no response came before " + reason, noResponse);
        }
        VenueException last = setback;
        if (last instanceof RejectedException rejection) {
            return new Ending(Status.REJECTED, null, rejection(rejection), rejection);
        }
        return last == null
                ? new Ending(Status.NOT_SENT, null, "Not sent: " + reason, unsent)
                : new Ending(Status.NOT_SENT, null, "Not sent: " + last.getMessage(), last);
    }

    private void end(Ending known) {
        ending = known;
        inFlight = false;
        nextLook = Long.MAX_VALUE;
    }

    private String unknown(VenueException cause, String why) {
        return "Unknown, and not sent again: " + words(cause) + "; " + (seen.isEmpty() ? "" : seen + "; ") + why;
    }

    private static String words(@Nullable VenueException cause) {
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    private static String rejection(RejectedException rejection) {
        String about = rejection.kind() == ErrorKind.OTHER
                ? ""
                : " (" + rejection.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        return "Rejected: " + Printable.line((rejection.code() + " " + rejection.venueMessage()).strip()) + about;
    }
}
