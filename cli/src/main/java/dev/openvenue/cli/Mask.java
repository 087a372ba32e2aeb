package dev.openvenue.cli;

import dev.openvenue.core.Credentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Blanks out what a person who looks over somebody's shoulder must not see. */
final class Mask {
    private final Map<String, String> blanks = new LinkedHashMap<>();

    private Mask() {}

    static Mask of(@Nullable Credentials credentials) {
        Mask mask = new Mask();
        if (credentials == null) {
            return mask;
        }
        mask.add(credentials.apiKey(), "<api-key>");
        credentials.passphrase().ifPresent(passphrase -> mask.add(passphrase, "<passphrase>"));
        return mask;
    }

    private void add(String secret, String blank) {
        blanks.put(secret, blank);
        blanks.put(URLEncoder.encode(secret, StandardCharsets.UTF_8), blank);
        blanks.put(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"), blank);
    }

    String hide(String text) {
        String hidden = text;
        for (Map.Entry<String, String> blank : blanks.entrySet()) {
            hidden = hidden.replace(blank.getKey(), blank.getValue());
        }
        return hidden;
    }
}
