package dev.openvenue.conformance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The public API of every artifact is the one that was last accepted, in the {@code api.txt} beside its pom. */
public final class PublicApiTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VENUE = Pattern.compile("<module>\\.\\./([\\w-]+)</module>");
    private static final String ACCEPT = "mvn -pl conformance-tests -am test -Dtest=PublicApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dopenvenue.bless";

    @TestFactory
    Stream<DynamicTest> everyArtifactOffersWhatWasAccepted() throws IOException {
        return Stream.concat(
                        Stream.of(
                                "sdk-core",
                                "sdk-micrometer",
                                "simulator",
                                "workbench",
                                "cli",
                                "generator-templates",
                                "sdk-generated/simulator"),
                        VENUE.matcher(Files.readString(ROOT.resolve("sdk-generated/all/pom.xml")))
                                .results()
                                .map((MatchResult match) -> "sdk-generated/" + match.group(1)))
                .map(module -> dynamicTest(module, () -> offersWhatWasAccepted(module)));
    }

    private static void offersWhatWasAccepted(String module) throws IOException {
        Path file = ROOT.resolve(module).resolve("api.txt");
        String found = PublicApi.of(ROOT.resolve(module).resolve("target/classes"));
        assertThat(found).as("the public types of " + module).contains("\n\n");
        if (System.getProperty("openvenue.bless") != null) {
            Files.writeString(file, found);
        }
        String accepted = Files.exists(file) ? Files.readString(file) : "";
        List<String> difference = ApiDifference.between(accepted, found);
        assertThat(difference)
                .overridingErrorMessage(
                        "%s",
                        "The public API is not that of " + module + "/api.txt:\n  " + String.join("\n  ", difference)
                                + "\nWhat was removed or changed breaks programs that use it. If it is meant, say so in"
                                + " CHANGELOG.md and accept it with\n  " + ACCEPT)
                .isEmpty();
        assertThat(found).isEqualTo(accepted);
    }

    @Test
    void differenceIsSaidInWords() {
        String before = """
                package a.b

                final class Call<T>
                    T execute()
                    Call<T> with(Options)

                record Order with a builder
                    id: String
                    price: BigDecimal

                interface Gone
                """;
        String after = """
                package a.b

                class Call<T>
                    T execute() throws IOException
                    Call<T> with(Options)

                record Order with a builder
                    price: BigDecimal
                    id: String

                @interface New
                """;

        assertThat(ApiDifference.between(before, after))
                .containsExactly(
                        "changed a.b.Call: final class Call<T> became class Call<T>",
                        "removed from a.b.Call: T execute()",
                        "added to a.b.Call: T execute() throws IOException",
                        "reordered in a.b.Order: price: BigDecimal, id: String",
                        "removed a.b.Gone: interface Gone",
                        "added a.b.New: @interface New");
        assertThat(ApiDifference.between(before, before)).isEmpty();
    }

    @Test
    void typesAreToldInFewWords() {
        assertThat(PublicApi.text(Stream.of(Shown.class, Shown.Row.class, Shown.State.class)
                        .map(TypeApi::of)
                        .toList()))
                .isEqualTo("""
                        package dev.openvenue.conformance.api

                        abstract static class PublicApiTest.Shown<T extends Comparable<T>> implements AutoCloseable
                            <R> Map<String, ? extends R> all(List<? super T>, String?[]) throws IOException
                            abstract T? last()
                            new(int)
                            static final int LIMIT
                            void close()

                        record PublicApiTest.Shown.Row with a builder
                            id: String
                            price: BigDecimal?
                            static PublicApiTest.Shown.Row.Builder builder()

                        record PublicApiTest.Shown.State with Known
                            wire: String
                            LIVE
                        """);
    }

    /** What {@link #typesAreToldInFewWords} tells. */
    public abstract static class Shown<T extends Comparable<T>> extends Hidden {
        public static final int LIMIT = 1;
        int hidden;

        protected Shown(int limit) {
            hidden = limit;
        }

        public abstract @Nullable T last();

        public <R> Map<String, ? extends R> all(List<? super T> some, @Nullable String[] names) throws IOException {
            throw new IOException(some + names[0] + hidden);
        }

        /** A record with a builder that offers nothing else. */
        public record Row(String id, @Nullable BigDecimal price) {
            public static Builder builder() {
                return new Builder();
            }

            /** Offers a method for each component. */
            public static final class Builder {
                private String id = "";
                private @Nullable BigDecimal price;

                private Builder() {}

                public Builder id(String id) {
                    this.id = id;
                    return this;
                }

                public Builder price(@Nullable BigDecimal price) {
                    this.price = price;
                    return this;
                }

                public Row build() {
                    return new Row(id, price);
                }
            }
        }

        /** An open enum. */
        public record State(String wire) {
            public static final State LIVE = new State("live");

            /** Its values. */
            public enum Known {
                LIVE,
                NOT_LISTED
            }
        }
    }

    private abstract static class Hidden implements AutoCloseable {
        @Override
        public void close() {}
    }
}
