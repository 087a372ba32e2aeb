package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

final class ParametersTest {
    private static final HttpUrl BARE = HttpUrl.get("https://venue.example/orders%20open");

    @Test
    void formIsReadHoweverOddItIs() {
        Parameters form = Parameters.ofForm("a=1&&b&c=&=d&e=f=g&h=i+j&%C3%A4=%26&");

        assertThat(form.plain()).isEqualTo("a=1&b=&c=&=d&e=f=g&h=i j&ä=&");
        assertThat(form.encoded()).isEqualTo("a=1&b=&c=&=d&e=f%3Dg&h=i%20j&%C3%A4=%26");
        assertThat(Parameters.ofForm("").isEmpty()).isTrue();
    }

    @Test
    void parametersAreReplacedByNameAndSortedWithEqualNamesInTheirOrder() {
        Parameters given = Parameters.ofForm("b=2&a=z&b=1&a=y");

        assertThat(given.sorted().plain()).isEqualTo("a=z&a=y&b=2&b=1");
        assertThat(given.with("b", "3").plain()).isEqualTo("a=z&a=y&b=3");
        assertThat(given.without("a").plain()).isEqualTo("b=2&b=1");
        assertThat(given.plain()).isEqualTo("b=2&a=z&b=1&a=y");
    }

    @Test
    void charactersThatAVenueKeepsStayRaw() {
        Parameters list = Parameters.ofForm("ids=1,2&text=~a.b_c-d/€");

        assertThat(list.encodedExcept(",")).isEqualTo("ids=1,2&text=~a.b_c-d%2F%E2%82%AC");
        assertThat(list.encoded()).isEqualTo("ids=1%2C2&text=~a.b_c-d%2F%E2%82%AC");
    }

    @Test
    void urlTakesTheQueryExactlyAsItWasEncoded() {
        String query = "a=%2B%20,&b=";

        assertThat(Signing.withQuery(BARE, query)).hasToString("https://venue.example/orders%20open?" + query);
        assertThat(Signing.withQuery(Signing.withQuery(BARE, "c=d"), query))
                .hasToString("https://venue.example/orders%20open?" + query);
    }

    @Test
    void urlWithTheSameQueryIsTheSameAndNoQueryLeavesNoQuestionMark() {
        HttpUrl queried = Signing.withQuery(BARE, "c=d");

        assertThat(Signing.withQuery(queried, "c=d")).isSameAs(queried);
        assertThat(Signing.withQuery(BARE, "")).isSameAs(BARE);
        assertThat(Signing.withQuery(queried, "")).isEqualTo(BARE);
        assertThat(Signing.withQuery(HttpUrl.get(BARE + "?"), "")).isEqualTo(BARE);
    }
}
