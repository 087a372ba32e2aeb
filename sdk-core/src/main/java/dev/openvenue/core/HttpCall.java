package dev.openvenue.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Request;

/** A call of one operation with its arguments: Retrofit made the request, OkHttp sends it. */
final class HttpCall<T> implements VenueCall<T> {
    private final Transport transport;
    private final retrofit2.Call<?> template;
    private final Endpoint<T> endpoint;
    private final Arguments arguments;
    private final CallOptions options;
    private final Function<Arguments, HttpCall<T>> again;

    HttpCall(
            Transport transport,
            retrofit2.Call<?> template,
            Endpoint<T> endpoint,
            Arguments arguments,
            CallOptions options,
            Function<Arguments, HttpCall<T>> again) {
        this.transport = transport;
        this.template = template;
        this.endpoint = endpoint;
        this.arguments = arguments;
        this.options = options;
        this.again = again;
    }

    @Override
    @SuppressWarnings("NullAway") // VenueCall says when the payload is null; T is its type all the same.
    public T execute() {
        return exchange().value();
    }

    @Override
    public Exchange<T> exchange() {
        return exchange(start());
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return enqueue(Exchange::value);
    }

    @Override
    public CompletableFuture<Exchange<T>> exchangeAsync() {
        return enqueue(exchange -> exchange);
    }

    @Override
    public VenueCall<T> with(CallOptions options) {
        return new HttpCall<>(transport, template, endpoint, arguments, options, again);
    }

    @Override
    public Request request() {
        try {
            Optional<String> problem = ArgumentRules.problem(transport.venueName(), endpoint, arguments);
            if (problem.isPresent()) {
                throw transport.failures().notSent(endpoint, problem.get(), null);
            }
            return template.request();
        } catch (VenueException e) {
            throw e;
        } catch (RuntimeException e) {
            String message = "the arguments of " + endpoint.id() + " cannot be written: " + e.getMessage()
                    + "; nothing was sent";
            throw transport.failures().notSent(endpoint, message, e);
        }
    }

    Endpoint<T> endpoint() {
        return endpoint;
    }

    @Override
    public Stream<T> pages() {
        return Pages.of(this);
    }

    Arguments arguments() {
        return arguments;
    }

    /** The same call with its arguments, and the way to make it with others. */
    @SuppressWarnings("unchecked") // The same method of the same interface gives calls of the same type.
    HttpCall<T> bind(Arguments arguments, Function<Arguments, HttpCall<?>> again) {
        return new HttpCall<>(
                transport, template, endpoint, arguments, options, other -> (HttpCall<T>) again.apply(other));
    }

    /** The same call with one argument replaced, given as text of the wire. */
    HttpCall<T> withArgument(String name, String text) {
        HttpCall<T> other = again.apply(arguments.with(name, text));
        return new HttpCall<>(other.transport, other.template, endpoint, other.arguments, options, other.again);
    }

    /** The venue's time, as far as known. */
    Instant now() {
        return transport.clock().now();
    }

    /** The failure of a call that is not made. */
    NotSentException notSent(String message) {
        return transport.failures().notSent(endpoint, message + "; nothing was sent", null);
    }

    /** The failure of an answer that came but is of no use. */
    MalformedResponseException malformed(String problem, Exchange<?> exchange) {
        CallState<T> state = startOnce(Duration.ZERO);
        return transport.failures().malformed(state, problem, exchange.status(), exchange.body(), null);
    }

    /** Starts an execution that is never repeated. */
    CallState<T> startOnce(Duration within) {
        return transport.start(endpoint, arguments, RetryPolicy.none(), within);
    }

    Exchange<T> exchange(CallState<T> state) {
        prepare(state);
        return transport.isDirect()
                ? transport.direct(state)
                : pending(state, exchange -> exchange).await();
    }

    private <R> CompletableFuture<R> enqueue(Function<Exchange<T>, R> result) {
        CallState<T> state = start();
        try {
            prepare(state);
        } catch (VenueException e) {
            return CompletableFuture.failedFuture(e);
        }
        return pending(state, result).start(transport.lane(endpoint, options));
    }

    private <R> PendingCall<T, R> pending(CallState<T> state, Function<Exchange<T>, R> result) {
        return new PendingCall<>(transport, state, result);
    }

    private CallState<T> start() {
        Settings settings = transport.settings();
        return transport.start(
                endpoint, arguments, settings.retryPolicy(), options.deadline().orElse(settings.deadline()));
    }

    private void prepare(CallState<T> state) {
        Request request = request().newBuilder().tag(CallState.class, state).build();
        state.end().attach(transport.client().newCall(request));
    }
}
