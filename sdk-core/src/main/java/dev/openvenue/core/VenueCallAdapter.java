package dev.openvenue.core;

import dev.openvenue.core.annotation.OperationId;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Adapts Retrofit's calls to {@link VenueCall}. */
final class VenueCallAdapter extends CallAdapter.Factory {
    private final ClientContext context;
    private final Map<String, Endpoint<?>> endpoints;

    /** The map of endpoints, by operation id, may still grow; each is present before Retrofit uses its method. */
    VenueCallAdapter(ClientContext context, Map<String, Endpoint<?>> endpoints) {
        this.context = context;
        this.endpoints = endpoints;
    }

    @Override
    public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof OperationId id) {
                Endpoint<?> endpoint = endpoints.get(id.value());
                return endpoint == null ? null : new Adapter<>(context, endpoint);
            }
        }
        return null;
    }

    private record Adapter<T>(ClientContext context, Endpoint<T> endpoint)
            implements CallAdapter<ResponseBody, VenueCall<T>> {
        /** Retrofit never reads a response here; for this type it does not require a converter. */
        @Override
        public Type responseType() {
            return ResponseBody.class;
        }

        @Override
        public VenueCall<T> adapt(Call<ResponseBody> call) {
            return template(call);
        }

        private HttpCall<T> template(Call<ResponseBody> call) {
            return HttpCall.of(
                    context, call, endpoint, Arguments.NONE, CallOptions.DEFAULT, arguments -> template(call));
        }
    }
}
