package dev.openvenue.generator.change;

import dev.openvenue.generator.change.Change.Step;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A semantic version; before 1.0.0, what breaks moves the second number, and all else the third. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(-SNAPSHOT)?");

    /**
     * Reads {@code 1.2.3}, {@code v1.2.3} or {@code 1.2.3-SNAPSHOT}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Version of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version; write it as 1.2.3 or 1.2.3-SNAPSHOT");
        }
        return new Version(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    }

    /** The least version that may follow this one. */
    Version after(Step step) {
        return switch (major == 0 ? lower(step) : step) {
            case BREAKING -> new Version(major + 1, 0, 0);
            case ADDITION -> new Version(major, minor + 1, 0);
            case CORRECTION -> new Version(major, minor, patch + 1);
        };
    }

    private static Step lower(Step step) {
        return step == Step.BREAKING ? Step.ADDITION : Step.CORRECTION;
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .thenComparingInt(Version::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
