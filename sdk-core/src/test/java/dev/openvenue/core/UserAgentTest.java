package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserAgentTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void everyRequestNamesTheSdkAndItsVersion() throws Exception {
        venue.responds(PLACED);

        venue.builder().build().api().placeOrder(SampleApi.NewOrder.BUY).execute();

        assertThat(sent()).isEqualTo("openvenue-java/" + versionOfThePom());
    }

    @Test
    void applicationMayNameItself() throws Exception {
        venue.responds(PLACED);
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("User-Agent", "bot/1")
                        .build()))
                .build();

        venue.builder()
                .httpClient(given)
                .build()
                .api()
                .placeOrder(SampleApi.NewOrder.BUY)
                .execute();

        assertThat(sent()).isEqualTo("bot/1");
    }

    @Test
    void isNoPartOfWhatIsSigned() {
        SampleClient client = venue.builder().build();

        assertThat(client.sign(client.api().placeOrder(SampleApi.NewOrder.BUY))
                        .request()
                        .header("User-Agent"))
                .isNull();
    }

    private String sent() throws InterruptedException {
        return Objects.requireNonNull(venue.server.takeRequest().getHeaders().get("User-Agent"));
    }

    private static String versionOfThePom() throws IOException {
        Matcher version = Pattern.compile("<artifactId>openvenue-parent</artifactId>\\s*<version>(.+?)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).as("the version in pom.xml").isTrue();
        return version.group(1);
    }
}
