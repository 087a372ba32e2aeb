package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import dev.openvenue.core.codegen.Copies;
import java.math.BigDecimal;
import java.util.List;

/**
 * Every way in which a name of the wire can be no name in Java.
 *
 * @param classValue A keyword
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
 * @param aBC Becomes one word
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
        String classValue,
        String record,
        String trueValue,
        String n,
        String waitValue,
        String notifyValue,
        String notifyAllValue,
        String hashCodeValue,
        String toStringValue,
        String getClassValue,
        String equals,
        String builderValue,
        String toBuilderValue,
        String build,
        String check,
        String checks,
        String reader,
        List<List<String>> r1,
        String writer,
        String value,
        String aBC,
        String aBC2,
        String aBC22,
        BigDecimal n24hVolume,
        String n2,
        String quoted,
        String ordRId,
        String bgb,
        String accessKeyId) implements Validatable {

    /** Copies what could change later: what is checked is what is sent. */
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

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private String classValue;
        private String record;
        private String trueValue;
        private String n;
        private String waitValue;
        private String notifyValue;
        private String notifyAllValue;
        private String hashCodeValue;
        private String toStringValue;
        private String getClassValue;
        private String equals;
        private String builderValue;
        private String toBuilderValue;
        private String build;
        private String check;
        private String checks;
        private String reader;
        private List<List<String>> r1;
        private String writer;
        private String value;
        private String aBC;
        private String aBC2;
        private String aBC22;
        private BigDecimal n24hVolume;
        private String n2;
        private String quoted;
        private String ordRId;
        private String bgb;
        private String accessKeyId;

        private Builder() {}

        /** A keyword. */
        public Builder classValue(String classValue) {
            this.classValue = classValue;
            return this;
        }

        /** A word that is a keyword in places only. */
        public Builder record(String record) {
            this.record = record;
            return this;
        }

        /** A literal. */
        public Builder trueValue(String trueValue) {
            this.trueValue = trueValue;
            return this;
        }

        /** Nothing but a line. */
        public Builder n(String n) {
            this.n = n;
            return this;
        }

        /** A method of every object. */
        public Builder waitValue(String waitValue) {
            this.waitValue = waitValue;
            return this;
        }

        /** A method of every object. */
        public Builder notifyValue(String notifyValue) {
            this.notifyValue = notifyValue;
            return this;
        }

        /** A method of every object. */
        public Builder notifyAllValue(String notifyAllValue) {
            this.notifyAllValue = notifyAllValue;
            return this;
        }

        /** A method of every object. */
        public Builder hashCodeValue(String hashCodeValue) {
            this.hashCodeValue = hashCodeValue;
            return this;
        }

        /** A method of every object. */
        public Builder toStringValue(String toStringValue) {
            this.toStringValue = toStringValue;
            return this;
        }

        /** A method of every object. */
        public Builder getClassValue(String getClassValue) {
            this.getClassValue = getClassValue;
            return this;
        }

        /** A method with an argument, which a component does not hide. */
        public Builder equals(String equals) {
            this.equals = equals;
            return this;
        }

        /** The name of a factory. */
        public Builder builderValue(String builderValue) {
            this.builderValue = builderValue;
            return this;
        }

        /** The name of a method. */
        public Builder toBuilderValue(String toBuilderValue) {
            this.toBuilderValue = toBuilderValue;
            return this;
        }

        /** The name of a method of the builder. */
        public Builder build(String build) {
            this.build = build;
            return this;
        }

        /** The name of the check. */
        public Builder check(String check) {
            this.check = check;
            return this;
        }

        /** The argument of the check. */
        public Builder checks(String checks) {
            this.checks = checks;
            return this;
        }

        /** A variable of the adapter. */
        public Builder reader(String reader) {
            this.reader = reader;
            return this;
        }

        /** A variable of a lambda of the adapter. */
        public Builder r1(List<List<String>> r1) {
            this.r1 = r1;
            return this;
        }

        /** A variable of the adapter. */
        public Builder writer(String writer) {
            this.writer = writer;
            return this;
        }

        /** A variable of the adapter. */
        public Builder value(String value) {
            this.value = value;
            return this;
        }

        /** Becomes one word. */
        public Builder aBC(String aBC) {
            this.aBC = aBC;
            return this;
        }

        /** Becomes the same word. */
        public Builder aBC2(String aBC2) {
            this.aBC2 = aBC2;
            return this;
        }

        /** Takes the number that the second would get. */
        public Builder aBC22(String aBC22) {
            this.aBC22 = aBC22;
            return this;
        }

        /** Begins with a digit. */
        public Builder n24hVolume(BigDecimal n24hVolume) {
            this.n24hVolume = n24hVolume;
            return this;
        }

        /** Has no letter. */
        public Builder n2(String n2) {
            this.n2 = n2;
            return this;
        }

        /** Needs an escape. */
        public Builder quoted(String quoted) {
            this.quoted = quoted;
            return this;
        }

        /** Has an accent. */
        public Builder ordRId(String ordRId) {
            this.ordRId = ordRId;
            return this;
        }

        /** All capitals. */
        public Builder bgb(String bgb) {
            this.bgb = bgb;
            return this;
        }

        /** Begins with a capital. */
        public Builder accessKeyId(String accessKeyId) {
            this.accessKeyId = accessKeyId;
            return this;
        }

        /** The record with what was set. */
        public Names build() {
            return new Names(
                    classValue, record, trueValue, n, waitValue, notifyValue, notifyAllValue, hashCodeValue,
                    toStringValue, getClassValue, equals, builderValue, toBuilderValue, build, check, checks, reader,
                    r1, writer, value, aBC, aBC2, aBC22, n24hVolume, n2, quoted, ordRId, bgb, accessKeyId);
        }
    }
}
