package dev.openvenue.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Takes the secrets that the venue knows out of texts: a client may have sent one where none belongs. */
final class Redaction {
    private static final String INSTEAD = "[hidden]";

    private final List<String> hidden;

    Redaction(Collection<AccountKey> keys) {
        // The longest first: one may be part of another.
        this.hidden = keys.stream()
                .flatMap(key -> key.secrets().stream())
                .flatMap(secret -> forms(secret).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    String of(String text) {
        String shown = text;
        for (String secret : hidden) {
            shown = shown.replace(secret, INSTEAD);
        }
        return shown;
    }

    private static List<String> forms(String secret) {
        if (secret.isBlank()) {
            return List.of();
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(
                secret,
                secret.strip(),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes)));
        forms.add(Json.write(secret).replaceAll("^\"|\"$", ""));
        return forms;
    }
}
