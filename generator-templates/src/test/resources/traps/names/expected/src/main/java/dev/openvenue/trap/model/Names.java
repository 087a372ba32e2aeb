package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which a name of the wire can be no name in Java.
 *
 * @param classValue <b>Required.</b> A keyword
 * @param record A word that is a keyword in places only
 * @param trueValue A literal
 * @param n Nothing but a line
 * @param waitValue A method of every object
 * @param notifyValue A method of every object
 * @param notifyAllValue A method of every object
 * @param hashCodeValue A method of every object
 * @param toStringValue A method of every object
 * @param getClassValue A method of every object
 * @param equals A method with an argument, which a component does not hide
 * @param builderValue The name of a factory
 * @param toBuilderValue The name of a method
 * @param build The name of a method of the builder
 * @param check The name of the check
 * @param checks The argument of the check
 * @param reader A variable of the adapter
 * @param r1 A variable of a lambda of the adapter
 * @param writer A variable of the adapter
 * @param value A variable of the adapter
 * @param aBC <b>Required.</b> Becomes one word
 * @param aBC2 Becomes the same word
 * @param aBC22 Takes the number that the second would get
 * @param n24hVolume Begins with a digit
 * @param n2 Has no letter
 * @param quoted Needs an escape
 * @param ordRId Has an accent
 * @param bgb All capitals
 * @param accessKeyId Begins with a capital
 */
public record Names(
        @Nullable String classValue,
        @Nullable String record,
        @Nullable String trueValue,
        @Nullable String n,
        @Nullable String waitValue,
        @Nullable String notifyValue,
        @Nullable String notifyAllValue,
        @Nullable String hashCodeValue,
        @Nullable String toStringValue,
        @Nullable String getClassValue,
        @Nullable String equals,
        @Nullable String builderValue,
        @Nullable String toBuilderValue,
        @Nullable String build,
        @Nullable String check,
        @Nullable String checks,
        @Nullable String reader,
        @Nullable List<List<String>> r1,
        @Nullable String writer,
        @Nullable String value,
        @Nullable String aBC,
        @Nullable String aBC2,
        @Nullable String aBC22,
        @Nullable BigDecimal n24hVolume,
        @Nullable String n2,
        @Nullable String quoted,
        @Nullable String ordRId,
        @Nullable String bgb,
        @Nullable String accessKeyId)
        implements Validatable {
    /** Copies what could change later: what is validated is what is sent. */
    public Names {
        r1 = Copies.of(r1);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.classValue = classValue;
        builder.record = record;
        builder.trueValue = trueValue;
        builder.n = n;
        builder.waitValue = waitValue;
        builder.notifyValue = notifyValue;
        builder.notifyAllValue = notifyAllValue;
        builder.hashCodeValue = hashCodeValue;
        builder.toStringValue = toStringValue;
        builder.getClassValue = getClassValue;
        builder.equals = equals;
        builder.builderValue = builderValue;
        builder.toBuilderValue = toBuilderValue;
        builder.build = build;
        builder.check = check;
        builder.checks = checks;
        builder.reader = reader;
        builder.r1 = r1;
        builder.writer = writer;
        builder.value = value;
        builder.aBC = aBC;
        builder.aBC2 = aBC2;
        builder.aBC22 = aBC22;
        builder.n24hVolume = n24hVolume;
        builder.n2 = n2;
        builder.quoted = quoted;
        builder.ordRId = ordRId;
        builder.bgb = bgb;
        builder.accessKeyId = accessKeyId;
        return builder;
    }

    @Override
    public void check(Violations checks) {
        checks.required("A-b.c", aBC);
        checks.required("class", classValue);
        checks.size("checks", this.checks, 1, Integer.MAX_VALUE);
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String classValue;
        private @Nullable String record;
        private @Nullable String trueValue;
        private @Nullable String n;
        private @Nullable String waitValue;
        private @Nullable String notifyValue;
        private @Nullable String notifyAllValue;
        private @Nullable String hashCodeValue;
        private @Nullable String toStringValue;
        private @Nullable String getClassValue;
        private @Nullable String equals;
        private @Nullable String builderValue;
        private @Nullable String toBuilderValue;
        private @Nullable String build;
        private @Nullable String check;
        private @Nullable String checks;
        private @Nullable String reader;
        private @Nullable List<List<String>> r1;
        private @Nullable String writer;
        private @Nullable String value;
        private @Nullable String aBC;
        private @Nullable String aBC2;
        private @Nullable String aBC22;
        private @Nullable BigDecimal n24hVolume;
        private @Nullable String n2;
        private @Nullable String quoted;
        private @Nullable String ordRId;
        private @Nullable String bgb;
        private @Nullable String accessKeyId;

        private Builder() {}

        /** <b>Required.</b> A keyword. */
        public Builder classValue(String classValue) {
            this.classValue = classValue;
            return this;
        }

        /** A word that is a keyword in places only. */
        public Builder record(@Nullable String record) {
            this.record = record;
            return this;
        }

        /** A literal. */
        public Builder trueValue(@Nullable String trueValue) {
            this.trueValue = trueValue;
            return this;
        }

        /** Nothing but a line. */
        public Builder n(@Nullable String n) {
            this.n = n;
            return this;
        }

        /** A method of every object. */
        public Builder waitValue(@Nullable String waitValue) {
            this.waitValue = waitValue;
            return this;
        }

        /** A method of every object. */
        public Builder notifyValue(@Nullable String notifyValue) {
            this.notifyValue = notifyValue;
            return this;
        }

        /** A method of every object. */
        public Builder notifyAllValue(@Nullable String notifyAllValue) {
            this.notifyAllValue = notifyAllValue;
            return this;
        }

        /** A method of every object. */
        public Builder hashCodeValue(@Nullable String hashCodeValue) {
            this.hashCodeValue = hashCodeValue;
            return this;
        }

        /** A method of every object. */
        public Builder toStringValue(@Nullable String toStringValue) {
            this.toStringValue = toStringValue;
            return this;
        }

        /** A method of every object. */
        public Builder getClassValue(@Nullable String getClassValue) {
            this.getClassValue = getClassValue;
            return this;
        }

        /** A method with an argument, which a component does not hide. */
        public Builder equals(@Nullable String equals) {
            this.equals = equals;
            return this;
        }

        /** The name of a factory. */
        public Builder builderValue(@Nullable String builderValue) {
            this.builderValue = builderValue;
            return this;
        }

        /** The name of a method. */
        public Builder toBuilderValue(@Nullable String toBuilderValue) {
            this.toBuilderValue = toBuilderValue;
            return this;
        }

        /** The name of a method of the builder. */
        public Builder build(@Nullable String build) {
            this.build = build;
            return this;
        }

        /** The name of the check. */
        public Builder check(@Nullable String check) {
            this.check = check;
            return this;
        }

        /** The argument of the check. */
        public Builder checks(@Nullable String checks) {
            this.checks = checks;
            return this;
        }

        /** A variable of the adapter. */
        public Builder reader(@Nullable String reader) {
            this.reader = reader;
            return this;
        }

        /** A variable of a lambda of the adapter. */
        public Builder r1(@Nullable List<List<String>> r1) {
            this.r1 = r1;
            return this;
        }

        /** A variable of the adapter. */
        public Builder writer(@Nullable String writer) {
            this.writer = writer;
            return this;
        }

        /** A variable of the adapter. */
        public Builder value(@Nullable String value) {
            this.value = value;
            return this;
        }

        /** <b>Required.</b> Becomes one word. */
        public Builder aBC(String aBC) {
            this.aBC = aBC;
            return this;
        }

        /** Becomes the same word. */
        public Builder aBC2(@Nullable String aBC2) {
            this.aBC2 = aBC2;
            return this;
        }

        /** Takes the number that the second would get. */
        public Builder aBC22(@Nullable String aBC22) {
            this.aBC22 = aBC22;
            return this;
        }

        /** Begins with a digit. */
        public Builder n24hVolume(@Nullable BigDecimal n24hVolume) {
            this.n24hVolume = n24hVolume;
            return this;
        }

        /** Has no letter. */
        public Builder n2(@Nullable String n2) {
            this.n2 = n2;
            return this;
        }

        /** Needs an escape. */
        public Builder quoted(@Nullable String quoted) {
            this.quoted = quoted;
            return this;
        }

        /** Has an accent. */
        public Builder ordRId(@Nullable String ordRId) {
            this.ordRId = ordRId;
            return this;
        }

        /** All capitals. */
        public Builder bgb(@Nullable String bgb) {
            this.bgb = bgb;
            return this;
        }

        /** Begins with a capital. */
        public Builder accessKeyId(@Nullable String accessKeyId) {
            this.accessKeyId = accessKeyId;
            return this;
        }

        /** Builds the record with what was set. */
        public Names build() {
            return new Names(
                    classValue,
                    record,
                    trueValue,
                    n,
                    waitValue,
                    notifyValue,
                    notifyAllValue,
                    hashCodeValue,
                    toStringValue,
                    getClassValue,
                    equals,
                    builderValue,
                    toBuilderValue,
                    build,
                    check,
                    checks,
                    reader,
                    r1,
                    writer,
                    value,
                    aBC,
                    aBC2,
                    aBC22,
                    n24hVolume,
                    n2,
                    quoted,
                    ordRId,
                    bgb,
                    accessKeyId);
        }
    }
}
