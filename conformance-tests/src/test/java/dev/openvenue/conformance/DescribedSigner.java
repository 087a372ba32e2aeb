package dev.openvenue.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.core.signing.SigningKey;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests of any venue by the {@code x-signature} of its spec, and knows nothing else of it: but for the keys it
 * shares no code with the signers of the core, so that description and signers prove each other.
 */
final class DescribedSigner {
    /** A signed request and the text that was signed. */
    record Signed(String text, HttpText request) {}

    private record Parameter(String name, String value) {}

    private static final Pattern PLACE = Pattern.compile("\\{([?#])?([\\w-]+)\\}");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Map<String, @Nullable Object> description;
    private final Map<String, @Nullable Object> parameters;

    DescribedSigner(Map<String, @Nullable Object> description) {
        this.description = description;
        this.parameters = Json.map(description.get("parameters"));
    }

    Signed sign(HttpText request, String apiKey, String passphrase, String kind, SigningKey key, Instant now) {
        Map<String, @Nullable Object> facts =
                Json.map(Json.map(description.get("keys")).get(kind));
        String[] target = request.target().split("\\?", 2);
        Map<String, String> values = new TreeMap<>(Map.of(
                "apiKey", apiKey,
                "passphrase", passphrase,
                "time", time(now),
                "method", request.method(),
                "host", request.headers().get("host"),
                "path", target[0],
                "algorithm", Json.text(facts, "algorithm"),
                "code", Json.text(facts, "code")));

        Map<String, String> headers = new TreeMap<>(request.headers());
        Json.map(description.get("headers")).forEach((name, value) -> {
            headers.putIfAbsent(name, String.valueOf(value));
            values.put(name, headers.getOrDefault(name, ""));
        });
        String query = target.length > 1 ? target[1] : "";
        String body = request.body();
        boolean form = isIn("query-or-form") && !request.method().equals("GET");
        boolean json = isIn("query-or-json") && !body.isEmpty();
        List<Parameter> signed = json ? List.of() : sorted(form ? body : query, values);
        String sent = joined(signed, false);
        String sentBody = json ? withMembers(body, values) : body;
        values.put("query", Json.text(parameters, "signed").equals("decoded") ? joined(signed, true) : sent);
        values.put("body", form ? "" : sentBody);
        String text = filled(Json.text(description, "text"), values);
        values.put("signature", encoded(facts, key, text));

        Map<String, @Nullable Object> send = Json.map(description.get("send"));
        String parameter = Json.text(send, "parameter");
        if (!parameter.isEmpty()) {
            sent += "&" + parameter + "=" + percentEncoded(values.getOrDefault("signature", ""));
        }
        Json.map(send.get("headers"))
                .forEach((name, value) ->
                        headers.put(name.toLowerCase(Locale.ROOT), filled(String.valueOf(value), values)));
        if (body.isEmpty() && !request.method().equals("GET") && send.containsKey("empty-body")) {
            headers.put("content-type", Json.text(send, "empty-body"));
        }
        String address = form || sent.isEmpty() ? target[0] : target[0] + "?" + sent;
        return new Signed(text, new HttpText(request.method(), address, headers, form ? sent : sentBody));
    }

    private boolean isIn(String place) {
        return Json.text(parameters, "in").equals(place);
    }

    private String time(Instant now) {
        return Json.text(description, "time").equals("epoch-millis")
                ? Long.toString(now.toEpochMilli())
                : SECONDS.format(now);
    }

    private List<Parameter> sorted(String text, Map<String, String> values) {
        List<Parameter> list = new ArrayList<>();
        Stream.of(text.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            list.add(new Parameter(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : ""));
        });
        List<?> dropped = parameters.get("drop") instanceof List<?> names ? names : List.of();
        Map<String, @Nullable Object> added = Json.map(parameters.get("add"));
        list.removeIf(parameter -> dropped.contains(parameter.name) || added.containsKey(parameter.name));
        added.forEach((name, value) -> list.add(new Parameter(name, filled(String.valueOf(value), values))));
        list.sort(Comparator.comparing(Parameter::name));
        return list;
    }

    /** The JSON object without whitespace, with the added members behind its own. */
    private String withMembers(String body, Map<String, String> values) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(Json.map(Json.parse(body)));
        Json.map(parameters.get("add")).forEach((name, value) -> {
            members.remove(name);
            members.put(name, filled(String.valueOf(value), values));
        });
        return Json.write(members);
    }

    private String joined(List<Parameter> list, boolean decoded) {
        return list.stream()
                .map(p -> decoded ? p.name + "=" + p.value : percentEncoded(p.name) + "=" + percentEncoded(p.value))
                .collect(Collectors.joining("&"));
    }

    private String percentEncoded(String text) {
        String encoded = URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        for (char kept : Json.text(parameters, "keep").toCharArray()) {
            encoded = encoded.replace(URLEncoder.encode(String.valueOf(kept), UTF_8), String.valueOf(kept));
        }
        return encoded;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = values.getOrDefault(place.group(2), "");
            boolean prefixed = place.group(1) != null && !value.isEmpty();
            return Matcher.quoteReplacement(prefixed ? place.group(1) + value : value);
        });
    }

    private static String encoded(Map<String, @Nullable Object> facts, SigningKey key, String text) {
        byte[] signature =
                Json.text(facts, "scheme").equals("eip-191") ? personal(key, text) : key.sign(text.getBytes(UTF_8));
        return switch (Json.text(facts, "encoding")) {
            case "hex" -> HexFormat.of().formatHex(signature);
            case "0x-hex" -> "0x" + HexFormat.of().formatHex(signature);
            default -> Base64.getEncoder().encodeToString(signature);
        };
    }

    /** EIP-191, version 0x45: the last byte is 27 or 28. */
    private static byte[] personal(SigningKey key, String text) {
        byte[] message = text.getBytes(UTF_8);
        byte[] prefix = ("\u0019Ethereum Signed Message:\n" + message.length).getBytes(UTF_8);
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(prefix, 0, prefix.length);
        digest.update(message, 0, message.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        byte[] signature = key.sign(hash);
        signature[64] += 27;
        return signature;
    }
}
