package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

final class EscapingTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>\" onload='x' &lt; <img src=x onerror=y>";

    @Test
    void textAndAttributesAreEscaped() {
        assertThat(tag("p", at("title", "\"<'&>"), "<b> & 'c' \"d\"").markup())
                .isEqualTo("<p title=\"&quot;&lt;&#39;&amp;&gt;\">&lt;b&gt; &amp; &#39;c&#39; &quot;d&quot;</p>");
    }

    @Test
    void noLinkCanBeAScript() {
        assertThatThrownBy(() -> Html.link("JavaScript:alert(1)", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A link leads to a page, and JavaScript:alert(1) does not: write a path or an"
                        + " http address");
    }

    @Test
    void markdownLetsNoMarkupAndNoScriptThrough() {
        assertThat(Markdown.blocks("<script>x</script>\n\n[a](javascript:alert(1)) <b>b</b> `<i>`")
                        .markup())
                .isEqualTo("""
                        <p>&lt;script&gt;x&lt;/script&gt;</p>
                        <p><a rel="nofollow" href="">a</a> &lt;b&gt;b&lt;/b&gt; <code>&lt;i&gt;</code></p>
                        """);
    }

    @Test
    void nothingInTheSearchIndexCanEndItsScript() throws IOException {
        SearchIndex index = new SearchIndex();
        index.add("Error", HOSTILE, HOSTILE, "x.html");
        assertThat(index.script()).doesNotContain("<");
    }

    @Test
    void aHostileSpecAddsNoElementToItsPages() throws IOException {
        List<Page> clean = new VenuePages(spec("words"), new SearchIndex()).pages();
        List<Page> hostile = new VenuePages(spec(HOSTILE), new SearchIndex()).pages();
        for (int i = 0; i < clean.size(); i++) {
            assertThat(elements(hostile.get(i))).isEqualTo(elements(clean.get(i)));
        }
    }

    private static List<String> elements(Page page) {
        return Jsoup.parse(page.html(List.of())).getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(attribute -> attribute.getKey())
                                .toList())
                .toList();
    }

    /** A spec that says one thing wherever words can stand. */
    private static Spec spec(String words) throws IOException {
        ObjectMapper json = new ObjectMapper();
        String text = json.writeValueAsString(words);
        JsonNode document = json.readTree("""
                {"info": {"description": W, "x-api-version": W}, "x-venue": {"id": "acme", "name": W},
                 "servers": [{"url": W, "description": W}], "x-signature": {"text": W}, "tags": [{"name": "Trade"}],
                 "x-rate-limit": [{"permits": 1, "period": W, "scope": W, "group": W}],
                 "paths": {"/orders": {"get": {"operationId": "getOrder", "tags": ["Trade"], "summary": W,
                   "description": W,
                   "x-rate-limit": {"permits": 1, "period": W, "scope": W}, "x-retry": W, "x-permission": W,
                   "x-batch-cancel": {"a": W},
                   "x-new": [W], "externalDocs": {"url": "https://acme.example", "description": W},
                   "parameters": [{"name": W, "in": W, "description": W, "example": W,
                     "schema": {"type": W, "enum": [W], "pattern": W}}],
                   "responses": {"200": {"description": W, "content": {"application/json": {
                     "schema": {"$ref": "#/components/schemas/Order"},
                     "examples": {"one": {"summary": W, "value": {"a": W}}}}}}}}}},
                 "components": {"schemas": {"Order": {"type": "object", "description": W, "properties": {
                   "id": {"type": W, "format": W, "description": W, "default": W}}}}},
                 "x-error-codes": [{"codes": ["1"], "kind": W, "effect": W, "remedy": W, "meaning": W, "see": W}]}
                """.replace("W", text));
        return new Spec(document);
    }
}
