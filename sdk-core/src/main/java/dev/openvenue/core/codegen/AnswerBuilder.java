package dev.openvenue.core.codegen;

import dev.openvenue.core.codegen.BatchCancelDescription.Answer;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the components of an {@link Answer}; what is not set is absent. */
public final class AnswerBuilder {
    private final Shape shape;
    private @Nullable String rows;
    private @Nullable String success;
    private @Nullable String failure;
    private @Nullable String orderId;
    private @Nullable String clientOrderId;
    private @Nullable String code;
    private @Nullable String message;
    private Set<String> cancelled = Set.of();

    AnswerBuilder(Shape shape) {
        this.shape = shape;
    }

    /** Sets where the rows are. */
    public AnswerBuilder rows(String rows) {
        this.rows = rows;
        return this;
    }

    /** Sets where the successes are. */
    public AnswerBuilder success(String success) {
        this.success = success;
        return this;
    }

    /** Sets where the failures are. */
    public AnswerBuilder failure(String failure) {
        this.failure = failure;
        return this;
    }

    /** Sets the row's order id. */
    public AnswerBuilder orderId(String orderId) {
        this.orderId = orderId;
        return this;
    }

    /** Sets the row's client order id. */
    public AnswerBuilder clientOrderId(String clientOrderId) {
        this.clientOrderId = clientOrderId;
        return this;
    }

    /** Sets the row's code. */
    public AnswerBuilder code(String code) {
        this.code = code;
        return this;
    }

    /** Sets the row's message. */
    public AnswerBuilder message(String message) {
        this.message = message;
        return this;
    }

    /** Sets the row codes that mean success. */
    public AnswerBuilder cancelled(String... codes) {
        this.cancelled = Set.of(codes);
        return this;
    }

    /** Builds the answer. */
    public Answer build() {
        return new Answer(shape, rows, success, failure, orderId, clientOrderId, code, message, cancelled);
    }
}
