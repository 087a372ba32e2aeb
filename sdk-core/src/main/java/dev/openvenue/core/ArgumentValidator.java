package dev.openvenue.core;

import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.TimeWindow;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Validates a call's arguments against the constraints of the spec. */
final class ArgumentValidator {
    private final Endpoint<?> endpoint;
    private final Arguments arguments;
    private final Violations checks;

    private ArgumentValidator(Endpoint<?> endpoint, Arguments arguments, Violations checks) {
        this.endpoint = endpoint;
        this.arguments = arguments;
        this.checks = checks;
    }

    /** Describes what is wrong with the arguments; empty if they are valid. */
    static Optional<String> problem(String venueName, Endpoint<?> endpoint, Arguments arguments) {
        Violations checks = Violations.of(venueName, endpoint.id());
        new ArgumentValidator(endpoint, arguments, checks).check();
        return checks.message();
    }

    private void check() {
        for (int i = 0; i < endpoint.parameters().size(); i++) {
            check(endpoint.parameters().get(i), arguments.value(i));
        }
        if (endpoint.oneOf() != null) {
            checks.oneOf(pairs(endpoint.oneOf().value()));
        }
        if (endpoint.anyOf() != null) {
            checks.anyOf(pairs(endpoint.anyOf().value()));
        }
        if (endpoint.batchLimit() != null) {
            check(endpoint.batchLimit());
        }
        if (endpoint.window() != null) {
            check(endpoint.window());
        }
    }

    private void check(Parameter parameter, @Nullable Object value) {
        String name = parameter.name();
        Constraint constraint = parameter.constraint();
        // Retrofit cannot omit a body or a path segment.
        if (parameter.place() != Parameter.Place.OTHER || (constraint != null && constraint.required())) {
            checks.required(name, value);
        }
        if (constraint != null) {
            checks.range(name, value instanceof Number number ? number : null, constraint.min(), constraint.max());
            checks.size(name, value, constraint.minSize(), constraint.maxSize());
            if (!constraint.pattern().isEmpty() && value != null) {
                checks.pattern(name, WireText.of(value), constraint.pattern());
            }
        } else {
            checks.size(name, value, 0, Integer.MAX_VALUE);
        }
        if (parameter.shape() != Parameter.Shape.PLAIN) {
            checks.notEmpty(name, value);
        }
        if (parameter.place() == Parameter.Place.BODY && value instanceof Validatable body) {
            body.check(checks);
        } else {
            checks.nested(name, value);
        }
    }

    /** Names and values by turns. */
    private @Nullable Object[] pairs(String[] names) {
        return Arrays.stream(names)
                .<@Nullable Object>flatMap(name -> Stream.<@Nullable Object>of(name, arguments.parameter(name)))
                .toArray();
    }

    private void check(BatchLimit limit) {
        for (String name : limit.list()) {
            String shown = name.equals(".") ? "body" : name;
            // A record has checked its lists by now; to find one in another body means to write it as JSON.
            Collection<?> seen = checks.list(name);
            Object list = seen == null ? arguments.find(name) : seen;
            checks.notEmpty(shown, list);
            if (list instanceof Collection<?>) {
                checks.size(shown, list, 0, limit.cap());
            }
        }
    }

    private void check(TimeWindow window) {
        if (arguments.parameter(window.from()) instanceof Instant from
                && arguments.parameter(window.to()) instanceof Instant to) {
            checks.time(window.from(), from, window.to(), to, Duration.ofHours(window.spanHours()));
        }
    }
}
