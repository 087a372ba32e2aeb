package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signature version 2: the query, decoded, sorted and re-encoded, below method, host and path. The host may be signed
 * with or without its port; the documents mention only the default port. Of the two documented windows (1 and 5
 * minutes) the stricter applies.
 */
final class HtxSignature {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private HtxSignature() {}

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        Map<String, String> parameters = new TreeMap<>(request.queryParameters());
        String signature = parameters.remove("Signature");
        String accessKey = parameters.get("AccessKeyId");
        if (signature == null || accessKey == null) {
            throw new VenueRejection("login-required", "Login is required: AccessKeyId or Signature is missing");
        }
        AccountKey key = keys.find(accessKey);
        if (key == null) {
            throw invalid("Incorrect Access key [Access key错误]");
        }
        checkTime(parameters.getOrDefault("Timestamp", ""), now);
        String method = key.algorithm() == SigningKey.Algorithm.ED25519 ? "Ed25519" : "HmacSHA256";
        if (!method.equals(parameters.get("SignatureMethod"))
                || !"2".equals(parameters.get("SignatureVersion"))
                || !accepts(key, request, parameters, signature)) {
            throw invalid("Verification failure [校验失败]");
        }
        return key;
    }

    private static void checkTime(String timestamp, Instant now) throws VenueRejection {
        VenueRejection rejection = invalid("Invalid submission time or incorrect time format [无效的提交时间，或时间格式错误]");
        if (!timestamp.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}")) {
            throw rejection;
        }
        Instant signed;
        try {
            signed = LocalDateTime.parse(timestamp).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw rejection;
        }
        if (Duration.between(signed, now).abs().compareTo(WINDOW) > 0) {
            throw rejection;
        }
    }

    private static boolean accepts(
            AccountKey key, VenueRequest request, Map<String, String> parameters, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String host = request.host();
        if (host == null) {
            return false;
        }
        String withoutPort = host.replaceFirst(":\\d+$", "");
        return key.accepts(canonical(request, host, parameters), bytes)
                || key.accepts(canonical(request, withoutPort, parameters), bytes);
    }

    private static String canonical(VenueRequest request, String host, Map<String, String> sorted) {
        List<String> pairs = new ArrayList<>();
        sorted.forEach((name, value) -> pairs.add(escape(name) + "=" + escape(value)));
        return request.method() + "\n" + host + "\n" + request.path() + "\n" + String.join("&", pairs);
    }

    /** RFC 3986: everything but letters, digits, {@code -}, {@code _}, {@code .} and {@code ~}. */
    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static VenueRejection invalid(String reason) {
        return new VenueRejection("api-signature-not-valid", "Signature not valid: " + reason);
    }
}
