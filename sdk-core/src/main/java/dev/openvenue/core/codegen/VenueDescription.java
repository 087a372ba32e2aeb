package dev.openvenue.core.codegen;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.signing.RequestSigner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the runtime must know of a venue beside the annotations of its operations; generated from the root of its spec.
 *
 * @param id the venue's short name, {@code bitget}
 * @param name the name to show, {@code Bitget}
 * @param baseUrl where production lives
 * @param signer how requests are signed
 * @param errors the error catalogue
 * @param json the adapters of the venue's models
 * @param apis the generated interfaces
 * @param serverTime the operation that tells the venue's clock, as {@code operation} or {@code operation/field}; null if there is none
 * @param limits limits that every request counts against
 * @param batchCancel how orders are cancelled in batches; null if the venue cannot
 * @param limitHeaders where answers say how many requests are left; null if they do not
 */
public record VenueDescription(
        String id,
        String name,
        String baseUrl,
        RequestSigner signer,
        ErrorCatalogue errors,
        JsonAdapter.Factory json,
        List<Class<?>> apis,
        @Nullable String serverTime,
        List<Limit> limits,
        @Nullable BatchCancelDescription batchCancel,
        @Nullable LimitHeaders limitHeaders) {
    /**
     * A limit that every request counts against.
     *
     * @param permits how many requests a period allows
     * @param periodMillis the period in milliseconds
     * @param scope what the venue counts by
     */
    public record Limit(int permits, long periodMillis, RateLimit.Scope scope) {}

    /**
     * Response headers that tell of the limit of the operation that was called.
     *
     * @param remaining how many requests are left in the current period
     * @param reset when that period ends, as epoch milliseconds or as milliseconds from now; null if no header says so
     */
    public record LimitHeaders(String remaining, @Nullable String reset) {}
}
