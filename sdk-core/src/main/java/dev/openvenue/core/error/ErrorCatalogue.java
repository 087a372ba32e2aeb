package dev.openvenue.core.error;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a venue's codes mean; generated from its spec's {@code x-error-codes}. */
public final class ErrorCatalogue {
    /** What to do about a code. */
    public enum Remedy {
        /** A retry alone does not help: the request, the account or the market must change first. */
        NONE,
        /** Retry after a pause. */
        WAIT,
        /** Synchronise the clock, then retry. */
        SYNC_CLOCK,
        /** Look up the order before anything else. */
        LOOK_UP_ORDER
    }

    /**
     * One code.
     *
     * @param code the venue's code, as text
     * @param kind what the rejection is about
     * @param effect whether the rejected request may have taken effect
     * @param remedy what to do about it
     * @param inferred whether OpenVenue inferred this classification because the venue does not state it
     * @param meaning what it means, in our words
     * @param see the id of the venue's other API that the account may use; null if the code says nothing of it
     */
    public record Entry(
            String code,
            ErrorKind kind,
            Effect effect,
            Remedy remedy,
            boolean inferred,
            String meaning,
            @Nullable String see) {
        /** A code that says nothing of another API. */
        public Entry(String code, ErrorKind kind, Effect effect, Remedy remedy, boolean inferred, String meaning) {
            this(code, kind, effect, remedy, inferred, meaning, null);
        }

        /** What it means, with the artifact to use instead if there is one. */
        public String explanation() {
            return see == null ? meaning : meaning + "; its API is that of the artifact openvenue-" + see;
        }
    }

    private final Map<String, Entry> entries;

    private ErrorCatalogue(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Starts an empty catalogue. */
    public static Builder builder() {
        return new Builder();
    }

    /** Looks up a code; empty if the spec does not list it. */
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

        /** Begins an entry for codes, separated by blanks, with their meaning. */
        public Codes codes(String codes, String meaning) {
            return new Codes(this, codes, meaning, null);
        }

        /** Builds the catalogue. */
        public ErrorCatalogue build() {
            return new ErrorCatalogue(entries);
        }

        private Builder add(Codes entry, ErrorKind kind, Effect effect, Remedy remedy, boolean inferred) {
            for (String code : entry.codes().split(" ")) {
                entries.put(code, new Entry(code, kind, effect, remedy, inferred, entry.meaning(), entry.see()));
            }
            return this;
        }
    }

    /**
     * Codes that are yet to be classified.
     *
     * @param catalogue the catalogue that they are added to
     * @param codes the codes, separated by blanks
     * @param meaning what they mean, in our words
     * @param see the id of the venue's other API that the account may use; null if the codes say nothing of it
     */
    public record Codes(
            Builder catalogue, String codes, String meaning, @Nullable String see) {
        /** Names the venue's other API, which the account may use. */
        public Codes see(String id) {
            return new Codes(catalogue, codes, meaning, id);
        }

        /** Adds the codes with the classification that the venue states. */
        public Builder stated(ErrorKind kind, Effect effect, Remedy remedy) {
            return catalogue.add(this, kind, effect, remedy, false);
        }

        /** Adds the codes with a classification that OpenVenue inferred, since the venue states none. */
        public Builder inferred(ErrorKind kind, Effect effect, Remedy remedy) {
            return catalogue.add(this, kind, effect, remedy, true);
        }
    }
}
