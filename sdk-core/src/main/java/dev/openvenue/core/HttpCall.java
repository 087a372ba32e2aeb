package dev.openvenue.core;

import dev.openvenue.core.limit.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

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
        Call call = newCall(state);
        Deadline deadline = Deadline.start(state, call, () -> {});
        try (Response response = call.execute()) {
            return transport.answer(state, response);
        } catch (VenueException e) {
            throw e;
        } catch (Exception e) {
            throw transport.failure(state, e);
        } finally {
            deadline.exit();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens; the caller holds the future itself.
    private <R> CompletableFuture<R> enqueue(Function<Exchange<T>, R> result) {
        CompletableFuture<R> future = new CompletableFuture<>();
        CallState<T> state = start();
        Call call;
        try {
            call = newCall(state);
        } catch (VenueException e) {
            future.completeExceptionally(e);
            return future;
        }
        Turn turn = transport.limiter().join(endpoint.id(), state.remaining());
        Deadline deadline = Deadline.start(state, call, () -> giveUp(state, turn, future));
        future.whenComplete((value, failure) -> {
            deadline.exit();
            if (turn != null) {
                turn.leave();
            }
            if (future.isCancelled()) {
                call.cancel();
                state.wake();
            }
        });
        Completion<T, R> completion = new Completion<>(transport, state, future, result);
        if (turn == null) {
            call.enqueue(completion);
        } else {
            // However the turn ends, the call begins: its own interceptor looks at the turn and says what is to be
            // said.
            state.turn().bring(turn);
            turn.decided().whenComplete((decided, failure) -> call.enqueue(completion));
        }
        return future;
    }

    private CallState<T> start() {
        Settings settings = transport.settings();
        return transport.start(
                endpoint, arguments, settings.retryPolicy(), options.deadline().orElse(settings.deadline()));
    }

    private Call newCall(CallState<T> state) {
        return transport
                .client()
                .newCall(request().newBuilder().tag(CallState.class, state).build());
    }

    /** Off this thread, which is the one that watches all timeouts: the future's dependents run where it is completed. */
    private void giveUp(CallState<T> state, @Nullable Turn turn, CompletableFuture<?> future) {
        VenueException late = transport.late(state, turn);
        try {
            transport.client().dispatcher().executorService().execute(() -> future.completeExceptionally(late));
        } catch (RejectedExecutionException e) {
            // The executor was shut down; then OkHttp fails the call, and the future with it, through its callback.
            late.addSuppressed(e);
        }
    }

    /** Completes a future with what OkHttp reports. */
    private record Completion<T, R>(
            Transport transport, CallState<T> state, CompletableFuture<R> future, Function<Exchange<T>, R> result)
            implements Callback {
        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                future.complete(result.apply(transport.answer(state, response)));
            } catch (VenueException e) {
                future.completeExceptionally(e);
            } catch (RuntimeException e) {
                future.completeExceptionally(transport.failure(state, e));
            }
        }

        @Override
        public void onFailure(Call call, IOException e) {
            future.completeExceptionally(transport.failure(state, e));
        }
    }
}
