package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTest {
    @Test
    void aSentenceEndsOnce() {
        assertThat(Javadoc.sentence("Places an order", "place")).isEqualTo("Places an order.");
        assertThat(Javadoc.sentence("Places an order.", "place")).isEqualTo("Places an order.");
        assertThat(Javadoc.sentence("Is it\n open?", "open")).isEqualTo("Is it open?");
        assertThat(Javadoc.sentence(" ", "place")).isEqualTo("place.");
        assertThat(Javadoc.sentence(null, "place")).isEqualTo("place.");
    }

    @Test
    void whatWouldEndOrSteerTheCommentIsEscaped() {
        assertThat(Javadoc.inline("*/ @see <b> & \\u002a")).isEqualTo("*&#47; &#64;see &lt;b&gt; &amp; &#92;u002a");
    }

    @Test
    void codeIsMarkedAsCode() {
        assertThat(Javadoc.inline("`limit` and `{a}`")).isEqualTo("{@code limit} and <code>{a}</code>");
        assertThat(Javadoc.inline("`*/` and `\\u002a`")).isEqualTo("<code>*&#47;</code> and <code>&#92;u002a</code>");
    }

    @Test
    void aLoneBackTickStaysWhatItIs() {
        assertThat(Javadoc.inline("one ` tick")).isEqualTo("one ` tick");
    }

    @Test
    void linksBecomeLinks() {
        assertThat(Javadoc.inline("[the docs](https://venue.example/a?b=1&c=2)"))
                .isEqualTo("<a href=\"https://venue.example/a?b=1&amp;c=2\">the docs</a>");
    }

    @Test
    void paragraphsAndListsBecomeLines() {
        assertThat(Javadoc.lines("First\nline.\n\n- one;\n- two\n  more.\n\nLast."))
                .containsExactly("First line.", "", "<ul>", "  <li>one;", "  <li>two more.", "</ul>", "", "<p>Last.");
    }

    @Test
    void noTextIsNoLine() {
        assertThat(Javadoc.lines(null)).isEmpty();
        assertThat(Javadoc.lines("  \n ")).isEmpty();
    }
}
