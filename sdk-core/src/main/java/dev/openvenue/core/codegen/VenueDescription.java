package dev.openvenue.core.codegen;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.signing.RequestSigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the runtime must know about a venue apart from the annotations of its operations; generated from the
 * root of its spec.
 *
 * @param id the venue's short name, {@code bitget}
 * @param family what APIs of the same venue have in common: its keys and the limits of all requests; mostly the id
 * @param name the name to show, {@code Bitget}
 * @param baseUrl the base URL of production
 * @param signer how requests are signed
 * @param errors the error catalogue
 * @param json the adapters of the venue's models
 * @param apis the generated interfaces
 * @param serverTime the operation that returns the venue's time, as {@code operation} or {@code operation/field}; null
 *     if there is none
 * @param headers the headers that belong to the client
 * @param limits limits that every request counts against
 * @param batchCancel how orders are cancelled in batches; null if the venue has no batch cancel
 * @param batchPlace how orders are placed in batches; null if the venue has no batch place
 * @param limitHeaders the response headers that report the remaining requests; null if there are none
 */
public record VenueDescription(
        String id,
        String family,
        String name,
        String baseUrl,
        RequestSigner signer,
        ErrorCatalogue errors,
        JsonAdapter.Factory json,
        List<Class<?>> apis,
        @Nullable String serverTime,
        List<ClientHeader> headers,
        List<Limit> limits,
        @Nullable BatchCancelDescription batchCancel,
        @Nullable BatchPlaceDescription batchPlace,
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
     * The response headers that report the rate limit of the called operation.
     *
     * @param remaining the header with the number of requests that are left in the current period
     * @param reset the header with the end of that period, as epoch milliseconds or as milliseconds from now; null if
     *     there is none
     */
    public record LimitHeaders(String remaining, @Nullable String reset) {}

    /** Starts a description with the venue's id and the name to show. */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /** Collects the components of a description; what is not set is absent. */
    public static final class Builder {
        private final String id;
        private final String name;
        private final List<ClientHeader> headers = new ArrayList<>();
        private String family;
        private final List<Limit> limits = new ArrayList<>();
        private @Nullable String baseUrl;
        private @Nullable RequestSigner signer;
        private ErrorCatalogue errors = ErrorCatalogue.builder().build();
        private JsonAdapter.Factory json = (type, annotations, moshi) -> null;
        private List<Class<?>> apis = List.of();
        private @Nullable String serverTime;
        private @Nullable BatchCancelDescription batchCancel;
        private @Nullable BatchPlaceDescription batchPlace;
        private @Nullable LimitHeaders limitHeaders;

        private Builder(String id, String name) {
            this.id = id;
            this.family = id;
            this.name = name;
        }

        /** Sets what it has in common with other APIs of the same venue; the id unless set. */
        public Builder family(String family) {
            this.family = family;
            return this;
        }

        /** Adds a header that belongs to the client. */
        public Builder header(ClientHeader header) {
            headers.add(header);
            return this;
        }

        /** Sets the base URL of production; required. */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /** Sets how requests are signed; required. */
        public Builder signer(RequestSigner signer) {
            this.signer = signer;
            return this;
        }

        /** Sets the error catalogue. */
        public Builder errors(ErrorCatalogue errors) {
            this.errors = errors;
            return this;
        }

        /** Sets the adapters of the venue's models. */
        public Builder json(JsonAdapter.Factory json) {
            this.json = json;
            return this;
        }

        /** Sets the interfaces whose methods are the operations. */
        public Builder apis(Class<?>... apis) {
            this.apis = List.of(apis);
            return this;
        }

        /** Sets the operation that returns the venue's time, as {@code operation} or {@code operation/field}. */
        public Builder serverTime(String serverTime) {
            this.serverTime = serverTime;
            return this;
        }

        /** Adds a limit that every request counts against. */
        public Builder limit(Limit limit) {
            limits.add(limit);
            return this;
        }

        /** Sets how orders are cancelled in batches. */
        public Builder batchCancel(BatchCancelDescription batchCancel) {
            this.batchCancel = batchCancel;
            return this;
        }

        /** Sets how orders are placed in batches. */
        public Builder batchPlace(BatchPlaceDescription batchPlace) {
            this.batchPlace = batchPlace;
            return this;
        }

        /** Sets the response headers that report the remaining requests. */
        public Builder limitHeaders(LimitHeaders limitHeaders) {
            this.limitHeaders = limitHeaders;
            return this;
        }

        /** Builds the description. */
        public VenueDescription build() {
            return new VenueDescription(
                    id,
                    family,
                    name,
                    Objects.requireNonNull(baseUrl, "baseUrl"),
                    Objects.requireNonNull(signer, "signer"),
                    errors,
                    json,
                    apis,
                    serverTime,
                    List.copyOf(headers),
                    List.copyOf(limits),
                    batchCancel,
                    batchPlace,
                    limitHeaders);
        }
    }
}
