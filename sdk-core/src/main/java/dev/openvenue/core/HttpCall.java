package dev.openvenue.core;

import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A call of one operation with its arguments: Retrofit made the request, OkHttp sends it. */
sealed class HttpCall<T> implements VenueCall<T> permits HttpListing {
    private final ClientContext context;
    private final retrofit2.Call<?> template;
    private final Endpoint<T> endpoint;
    private final Arguments arguments;
    private final CallOptions options;
    private final Function<Arguments, HttpCall<T>> again;

    /** Made and validated once: neither the arguments nor the client's headers change. */
    private volatile @Nullable Request request;

    HttpCall(
            ClientContext context,
            retrofit2.Call<?> template,
            Endpoint<T> endpoint,
            Arguments arguments,
            CallOptions options,
            Function<Arguments, HttpCall<T>> again) {
        this.context = context;
        this.template = template;
        this.endpoint = endpoint;
        this.arguments = arguments;
        this.options = options;
        this.again = again;
    }

    /** A call of the kind that the operation declares. */
    static <T> HttpCall<T> of(
            ClientContext context,
            retrofit2.Call<?> template,
            Endpoint<T> endpoint,
            Arguments arguments,
            CallOptions options,
            Function<Arguments, HttpCall<T>> again) {
        return endpoint.page() == null
                ? new HttpCall<>(context, template, endpoint, arguments, options, again)
                : new HttpListing<>(context, template, endpoint, arguments, options, again);
    }

    @Override
    @SuppressWarnings("NullAway") // VenueCall says when the payload is null; T is its type all the same.
    public T execute() {
        return executeWithResponse().value();
    }

    @Override
    public VenueResponse<T> executeWithResponse() {
        return response(start());
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return enqueue(VenueResponse::value);
    }

    @Override
    public CompletableFuture<VenueResponse<T>> executeWithResponseAsync() {
        return enqueue(response -> response);
    }

    @Override
    public HttpCall<T> with(CallOptions options) {
        return of(context, template, endpoint, arguments, options, again);
    }

    @Override
    public Request request() {
        Request made = request;
        if (made == null) {
            made = make();
            request = made;
        }
        return made;
    }

    private Request make() {
        try {
            Optional<String> problem = ArgumentValidator.problem(context.venueName(), endpoint, arguments);
            if (problem.isPresent()) {
                throw context.failures().notSent(endpoint, problem.get(), null);
            }
            return options.addTo(context.headers().addTo(template.request(), endpoint.signed() != null));
        } catch (VenueException e) {
            throw e;
        } catch (RuntimeException e) {
            String message = "the arguments of " + endpoint.id() + " cannot be written: " + e.getMessage()
                    + "; nothing was sent";
            throw context.failures().notSent(endpoint, message, e);
        }
    }

    Endpoint<T> endpoint() {
        return endpoint;
    }

    Arguments arguments() {
        return arguments;
    }

    /** Binds the call to its arguments, and to the way to create it with others. */
    @SuppressWarnings("unchecked") // The same method of the same interface gives calls of the same type.
    HttpCall<T> bind(Arguments arguments, Function<Arguments, HttpCall<?>> again) {
        return of(context, template, endpoint, arguments, options, other -> (HttpCall<T>) again.apply(other));
    }

    /** A copy with one argument replaced, given in its wire format. */
    HttpCall<T> withArgument(String name, String text) {
        HttpCall<T> other = again.apply(arguments.with(name, text));
        return of(other.context, other.template, endpoint, other.arguments, options, other.again);
    }

    /** The venue's time, as far as known. */
    Instant now() {
        return context.clock().now();
    }

    /** The failure of a call that is not sent. */
    NotSentException notSent(String message) {
        return context.failures().notSent(endpoint, message + "; nothing was sent", null);
    }

    /** The failure of a response that cannot be used. */
    MalformedResponseException malformed(String problem, VenueResponse<?> response) {
        CallState<T> state = startOnce(Duration.ZERO);
        return context.failures().malformed(state, problem, response.status(), response.body(), null);
    }

    /** Starts an execution that is never retried. */
    CallState<T> startOnce(Duration within) {
        return context.start(endpoint, arguments, RetryPolicy.none(), within);
    }

    VenueResponse<T> response(CallState<T> state) {
        prepare(state);
        return context.isDirect()
                ? context.direct(state)
                : pending(state, response -> response).await();
    }

    private <R> CompletableFuture<R> enqueue(Function<VenueResponse<T>, R> result) {
        CallState<T> state = start();
        try {
            prepare(state);
        } catch (VenueException e) {
            return CompletableFuture.failedFuture(e);
        }
        return pending(state, result).start(context.lane(endpoint, options));
    }

    private <R> PendingCall<T, R> pending(CallState<T> state, Function<VenueResponse<T>, R> result) {
        return new PendingCall<>(context, state, result);
    }

    private CallState<T> start() {
        ClientConfig config = context.config();
        return context.start(
                        endpoint,
                        arguments,
                        options.retryPolicy().orElse(config.retryPolicy()),
                        options.timeout().orElse(config.timeout()))
                .urgent(options.isUrgent());
    }

    private void prepare(CallState<T> state) {
        try {
            Request request = request().newBuilder().tag(CallState.class, state).build();
            state.end().attach(context.client().newCall(request));
        } catch (VenueException e) {
            context.events().ended(state, e);
            throw e;
        }
    }
}
