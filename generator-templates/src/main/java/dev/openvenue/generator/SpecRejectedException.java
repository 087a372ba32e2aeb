package dev.openvenue.generator;

import dev.openvenue.generator.spec.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A spec has violations. The message is all that its author needs, so there is no stack trace for a build to print under
 * it.
 */
final class SpecRejectedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    SpecRejectedException(String heading, List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n", heading + "\n", "")));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
