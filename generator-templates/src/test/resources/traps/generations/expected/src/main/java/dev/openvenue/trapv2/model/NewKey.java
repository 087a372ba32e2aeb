package dev.openvenue.trapv2.model;

import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The venue's new key.
 *
 * @param note The note
 * @param passphrase <b>Required.</b> The passphrase
 */
public record NewKey(@Nullable String note, String passphrase) implements Validatable {
    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "NewKey[" + "note=" + note + ", " + "passphrase=" + Printable.hidden(passphrase) + "]";
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.note = note;
        builder.passphrase = passphrase;
        return builder;
    }

    @Override
    public void check(Violations checks) {
        checks.required("passphrase", passphrase);
        checks.secretPattern("passphrase", passphrase, "[a-z]+");
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String note;
        private @Nullable String passphrase;

        private Builder() {}

        /** The note. */
        public Builder note(@Nullable String note) {
            this.note = note;
            return this;
        }

        /** <b>Required.</b> The passphrase. */
        public Builder passphrase(String passphrase) {
            this.passphrase = passphrase;
            return this;
        }

        /** Builds the record with what was set. */
        public NewKey build() {
            return new NewKey(note, passphrase);
        }
    }
}
