package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.annotation.OperationMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.http.Body;

/**
 * What native images and shrunk applications are told: everything that the SDK looks up by reflection exists and is
 * named, and models are read and written without any. {@code consumer/shrunk} runs an application whose names and
 * records are gone.
 */
final class NativeImageTest {
    private static final String FOLDER = "/META-INF/native-image/dev.openvenue/";

    static Stream<Venue> venues() {
        return Venue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void everyInterfaceThatRetrofitImplementsIsNamed(Venue venue) throws Exception {
        try (VenueClient client = venue.client().build()) {
            List<Object> expected = new ArrayList<>();
            for (Class<?> api : client.description().apis()) {
                assertThat(api).isInterface();
                expected.add(Map.of("type", Map.of("proxy", List.of(api.getName()))));
                expected.add(Map.of("type", api.getName(), "allDeclaredMethods", true));
            }
            assertThat(metadata("openvenue-" + venue.name())).isEqualTo(Map.of("reflection", expected));
        }
    }

    @Test
    void whatTheCoreLooksUpExists() throws Exception {
        assertThat(metadata("openvenue-core"))
                .isEqualTo(Map.of(
                        "reflection",
                        List.of(Map.of("type", "okhttp3.OkHttp", "fields", List.of(Map.of("name", "VERSION")))),
                        "resources",
                        List.of(Map.of("glob", "dev/openvenue/core/version.properties"))));
        assertThat(Class.forName("okhttp3.OkHttp").getField("VERSION").get(null))
                .asString()
                .startsWith("5.");
        assertThat(VenueClient.class.getResource("version.properties")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void everyModelOfACallHasAnAdapterOfItsOwn(Venue venue) throws Exception {
        try (VenueClient client = venue.client().build()) {
            JsonAdapter.Factory generated = client.description().json();
            Moshi moshi = new Moshi.Builder().add(generated).build();
            Set<String> reflective = new TreeSet<>();
            int models = 0;
            for (OperationMetadata operation : OperationMetadata.of(
                            venue.name(), client.description().apis())
                    .values()) {
                for (Class<?> model : models(operation.method())) {
                    models++;
                    if (generated.create(model, Set.of(), moshi) == null) {
                        reflective.add(model.getName());
                    }
                }
            }
            assertThat(models).isPositive();
            assertThat(reflective)
                    .as("models that Moshi would have to reflect on")
                    .isEmpty();
        }
    }

    /** The venue's own types in the body and the response of an operation. */
    private static List<Class<?>> models(Method method) {
        List<Class<?>> models = new ArrayList<>();
        addModels(method.getGenericReturnType(), models);
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (Stream.of(method.getParameterAnnotations()[i]).anyMatch(Body.class::isInstance)) {
                addModels(method.getGenericParameterTypes()[i], models);
            }
        }
        return models;
    }

    private static void addModels(Type type, List<Class<?>> models) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> addModels(argument, models));
        } else if (type instanceof Class<?> model && model.getPackageName().endsWith(".model")) {
            models.add(model);
        }
    }

    private static @Nullable Object metadata(String artifact) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                NativeImageTest.class.getResourceAsStream(FOLDER + artifact + "/reachability-metadata.json"),
                "The jar of " + artifact + " has no metadata")) {
            return Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
