package dev.openvenue.core.codegen;

import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the components of an {@link Response}; what is not set is absent. */
public final class ResponseBuilder {
    private final Shape shape;
    private @Nullable String rows;
    private @Nullable String success;
    private @Nullable String failure;
    private @Nullable String orderId;
    private @Nullable String clientOrderId;
    private @Nullable String code;
    private @Nullable String message;
    private Set<String> cancelled = Set.of();

    ResponseBuilder(Shape shape) {
        this.shape = shape;
    }

    /** Sets where the rows are. */
    public ResponseBuilder rows(String rows) {
        this.rows = rows;
        return this;
    }

    /** Sets where the successes are. */
    public ResponseBuilder success(String success) {
        this.success = success;
        return this;
    }

    /** Sets where the failures are. */
    public ResponseBuilder failure(String failure) {
        this.failure = failure;
        return this;
    }

    /** Sets the row's order id. */
    public ResponseBuilder orderId(String orderId) {
        this.orderId = orderId;
        return this;
    }

    /** Sets the row's client order id. */
    public ResponseBuilder clientOrderId(String clientOrderId) {
        this.clientOrderId = clientOrderId;
        return this;
    }

    /** Sets the row's code. */
    public ResponseBuilder code(String code) {
        this.code = code;
        return this;
    }

    /** Sets the row's message. */
    public ResponseBuilder message(String message) {
        this.message = message;
        return this;
    }

    /** Sets the row codes that mean success. */
    public ResponseBuilder cancelled(String... codes) {
        this.cancelled = Set.of(codes);
        return this;
    }

    /** Builds the response. */
    public Response build() {
        return new Response(shape, rows, success, failure, orderId, clientOrderId, code, message, cancelled);
    }
}
