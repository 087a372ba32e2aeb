package dev.openvenue.core;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Signs each attempt afresh, and only what goes to the host that the client was built for. */
final class SigningInterceptor implements Interceptor {
    private final RequestSigner signer;
    private final @Nullable Credentials credentials;
    private final VenueClock clock;
    private final HttpUrl baseUrl;
    private final Failures failures;
    private final Secrets secrets;

    SigningInterceptor(
            RequestSigner signer,
            @Nullable Credentials credentials,
            VenueClock clock,
            HttpUrl baseUrl,
            Failures failures,
            Secrets secrets) {
        this.signer = signer;
        this.credentials = credentials;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.failures = failures;
        this.secrets = secrets;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        if (state.endpoint().signed() == null) {
            return chain.proceed(chain.request());
        }
        return chain.proceed(sign(chain.request(), state));
    }

    private Request sign(Request request, CallState<?> state) throws VenueIoException {
        String operation = state.endpoint().id();
        if (credentials == null) {
            throw notSent(
                    state,
                    operation + " must be signed, but the client has no credentials;"
                            + " give them to its builder with credentials(…)",
                    null);
        }
        if (!isHome(request.url())) {
            throw notSent(
                    state,
                    operation + " would go to " + request.url().host() + ", but the client was built for "
                            + baseUrl.host() + "; signed requests go nowhere else",
                    null);
        }
        try {
            return signer.sign(request, credentials, clock.now()).request();
        } catch (RuntimeException e) {
            throw unsigned(state, e);
        }
    }

    private boolean isHome(HttpUrl url) {
        return url.scheme().equals(baseUrl.scheme())
                && url.host().equals(baseUrl.host())
                && url.port() == baseUrl.port();
    }

    /** OkHttp quotes a header value that it refuses; an exception that holds a secret is not passed on. */
    private VenueIoException unsigned(CallState<?> state, RuntimeException e) {
        String reason = String.valueOf(e.getMessage());
        String message = state.endpoint().id() + " could not be signed: " + reason;
        return notSent(state, message, secrets.in(reason) ? null : e);
    }

    private VenueIoException notSent(CallState<?> state, String message, @Nullable Throwable cause) {
        return new VenueIoException(failures.notSent(state, message, cause));
    }
}
