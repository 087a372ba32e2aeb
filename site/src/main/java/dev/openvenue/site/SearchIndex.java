package dev.openvenue.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the search of the site finds, as a script: a page that was opened from a file can load no data. */
final class SearchIndex {
    private final List<List<String>> entries = new ArrayList<>();

    /**
     * Adds an entry.
     *
     * @param kind what it is, such as {@code Error of XT}
     * @param text more words to find it by
     * @param target where it is, from the root of the site
     */
    void add(String kind, String title, String text, String target) {
        entries.add(List.of(kind, title, text, target));
    }

    String script() throws IOException {
        // Nothing in a script can end it, whoever puts it into a page.
        String json = new ObjectMapper().writeValueAsString(entries).replace("<", "\\u003c");
        return "globalThis.searchIndex = " + json + ";\n";
    }
}
