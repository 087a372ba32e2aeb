package dev.openvenue.core;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.RequestSigner;
import dev.openvenue.core.signing.SecretRedactor;
import dev.openvenue.core.signing.SignedRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Signs each attempt anew, and only requests to the host that the client was built for. */
final class SigningInterceptor implements Interceptor {
    private final RequestSigner signer;
    private final Supplier<@Nullable Credentials> credentials;
    private final VenueClock clock;
    private final HttpUrl baseUrl;
    private final VenueExceptions failures;

    SigningInterceptor(
            RequestSigner signer,
            Supplier<@Nullable Credentials> credentials,
            VenueClock clock,
            HttpUrl baseUrl,
            VenueExceptions failures) {
        this.signer = signer;
        this.credentials = credentials;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.failures = failures;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        state.unsigned(chain.request());
        if (state.endpoint().signed() == null) {
            return chain.proceed(chain.request());
        }
        Request signed = sign(chain.request(), state).request();
        state.signed(() -> SignedValues.of(chain.request(), signed));
        return chain.proceed(signed);
    }

    /** Signs the request if the operation requires it, with the venue's current time. */
    SignedRequest sign(Request request, CallState<?> state) throws VenueIoException {
        String operation = state.endpoint().id();
        Credentials own = current(state, operation);
        if (own == null) {
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
        Instant now = clock.now();
        state.signed(now);
        try {
            return signer.sign(request, own, now);
        } catch (RuntimeException e) {
            throw notSent(state, operation + " could not be signed: " + e.getMessage(), e);
        }
    }

    private @Nullable Credentials current(CallState<?> state, String operation) throws VenueIoException {
        try {
            Credentials own = credentials.get();
            if (own != null) {
                state.signed(() -> SecretRedactor.parts(own));
            }
            return own;
        } catch (RuntimeException e) {
            throw notSent(state, operation + " could not be signed: the credentials provider failed", e);
        }
    }

    private boolean isHome(HttpUrl url) {
        return url.scheme().equals(baseUrl.scheme())
                && url.host().equals(baseUrl.host())
                && url.port() == baseUrl.port();
    }

    private VenueIoException notSent(CallState<?> state, String message, @Nullable Throwable cause) {
        return new VenueIoException(failures.notSent(state, message, cause));
    }
}
