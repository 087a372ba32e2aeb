package dev.openvenue.core.error;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a venue's codes mean; generated from its spec's {@code x-error-codes}. */
public final class ErrorCatalogue {
    /** What to do about a code. */
    public enum Remedy {
        /** No retry by itself: the request, the account or the market must change first. */
        NONE,
        /** Repeat after a pause. */
        WAIT,
        /** Measure the clock, then repeat. */
        SYNC_CLOCK,
        /** Look at the order before anything else. */
        LOOK_UP_ORDER
    }

    /**
     * One code.
     *
     * @param code the venue's code, as text
     * @param kind what it is about
     * @param effect whether the rejected request may have taken effect
     * @param remedy what to do about it
     * @param inferred whether this classification is OpenVenue's and not the venue's
     * @param meaning what it means, in our words
     */
    public record Entry(String code, ErrorKind kind, Effect effect, Remedy remedy, boolean inferred, String meaning) {}

    private final Map<String, Entry> entries;

    private ErrorCatalogue(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Starts an empty catalogue. */
    public static Builder builder() {
        return new Builder();
    }

    /** What is known of a code; empty if the spec does not list it. */
    public Optional<Entry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** All codes that the spec lists. */
    public Set<String> codes() {
        return entries.keySet();
    }

    /** Collects entries. */
    public static final class Builder {
        private final Map<String, Entry> entries = new HashMap<>();

        private Builder() {}

        /** Adds one meaning under each of its codes, separated by blanks. */
        public Builder add(
                String codes, ErrorKind kind, Effect effect, Remedy remedy, boolean inferred, String meaning) {
            for (String code : codes.split(" ")) {
                entries.put(code, new Entry(code, kind, effect, remedy, inferred, meaning));
            }
            return this;
        }

        /** Starts to add codes, separated by blanks, with their meaning. */
        public Codes codes(String codes, String meaning) {
            return new Codes(this, codes, meaning);
        }

        /** The catalogue. */
        public ErrorCatalogue build() {
            return new ErrorCatalogue(entries);
        }
    }

    /**
     * Codes that wait for their classification.
     *
     * @param catalogue what they are added to
     * @param codes the codes, separated by blanks
     * @param meaning what they mean, in our words
     */
    public record Codes(Builder catalogue, String codes, String meaning) {
        /** Adds the codes as the venue itself classifies them. */
        public Builder stated(ErrorKind kind, Effect effect, Remedy remedy) {
            return catalogue.add(codes, kind, effect, remedy, false, meaning);
        }

        /** Adds the codes as OpenVenue classifies them where the venue does not. */
        public Builder inferred(ErrorKind kind, Effect effect, Remedy remedy) {
            return catalogue.add(codes, kind, effect, remedy, true, meaning);
        }
    }
}
