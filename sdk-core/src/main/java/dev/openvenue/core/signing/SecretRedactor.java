package dev.openvenue.core.signing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Redacts credentials and signatures in messages: venues and libraries may echo what they were given, verbatim or
 * percent-encoded. For the SDK itself and its tools; it never reveals what it hides.
 */
public final class SecretRedactor {
    private static final String HIDDEN = "***";

    /** Shorter text is too likely to be part of an ordinary word. */
    private static final int SHORTEST = 6;

    /** Shorter text may be an ordinary word itself, such as a passphrase {@code trade}, which a path may contain. */
    private static final int NO_WORD = 16;

    private final int wholeBelow;

    /**
     * Each text to hide, with its replacement. The longest comes first: a secret may contain another one, and must not
     * remain half visible.
     */
    private final Map<String, String> replacements;

    private SecretRedactor(Stream<Map.Entry<String, String>> replacements) {
        this(replacements, 0);
    }

    /** @param wholeBelow texts shorter than this are replaced only where they stand alone */
    private SecretRedactor(Stream<Map.Entry<String, String>> replacements, int wholeBelow) {
        this.wholeBelow = wholeBelow;
        Map<String, String> ordered = new LinkedHashMap<>();
        replacements
                .flatMap(entry -> forms(entry.getKey()).map(form -> Map.entry(form, entry.getValue())))
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) ->
                                entry.getKey().length())
                        .reversed())
                .forEach(entry -> ordered.putIfAbsent(entry.getKey(), entry.getValue()));
        this.replacements = Collections.unmodifiableMap(ordered);
    }

    /** Redacts every part of the credentials that is at least six characters long to asterisks. */
    public static SecretRedactor of(@Nullable Credentials credentials) {
        if (credentials == null) {
            return new SecretRedactor(Stream.empty());
        }
        return new SecretRedactor(parts(credentials).stream()
                .filter(text -> text.length() >= SHORTEST)
                .map(text -> Map.entry(text, HIDDEN)));
    }

    /** The texts of which credentials consist. */
    public static List<String> parts(Credentials credentials) {
        return Stream.of(
                        Stream.of(credentials.apiKey()),
                        credentials.passphrase().stream(),
                        credentials.signingKey().secret().stream())
                .flatMap(texts -> texts)
                .toList();
    }

    /**
     * Redacts every part of the credentials, however short, to its name: {@code <api-key>}, {@code <passphrase>},
     * {@code <secret>}. A short one is redacted where it stands alone, and left where it is part of a path or of a
     * word.
     */
    public static SecretRedactor naming(@Nullable Credentials credentials) {
        if (credentials == null) {
            return new SecretRedactor(Stream.empty());
        }
        return new SecretRedactor(
                Stream.of(
                                Stream.of(Map.entry(credentials.apiKey(), "<api-key>")),
                                credentials.passphrase().stream().map(text -> Map.entry(text, "<passphrase>")),
                                credentials.signingKey().secret().stream().map(text -> Map.entry(text, "<secret>")))
                        .flatMap(entries -> entries)
                        .filter(entry -> !entry.getKey().isEmpty()),
                NO_WORD);
    }

    /** A redactor of these and the given secrets. */
    public SecretRedactor and(Collection<String> others) {
        return others.isEmpty()
                ? this
                : new SecretRedactor(
                        Stream.concat(
                                replacements.entrySet().stream(),
                                others.stream()
                                        .filter(text -> text.length() >= SHORTEST)
                                        .map(text -> Map.entry(text, HIDDEN))),
                        wholeBelow);
    }

    /** The same text with every secret replaced. */
    public String hide(String text) {
        String hidden = text;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            String secret = replacement.getKey();
            hidden = secret.length() < wholeBelow
                    ? standingAlone(secret).matcher(hidden).replaceAll(Matcher.quoteReplacement(replacement.getValue()))
                    : hidden.replace(secret, replacement.getValue());
        }
        return hidden;
    }

    private static Pattern standingAlone(String text) {
        return Pattern.compile("(?<![A-Za-z0-9/_.-])" + Pattern.quote(text) + "(?![A-Za-z0-9/_.-])");
    }

    /** The exception itself; null if it, or one that a stack trace would print with it, quotes a secret. */
    public <E extends Throwable> @Nullable E unlessQuotedBy(@Nullable E exception) {
        return quotes(exception, Collections.newSetFromMap(new IdentityHashMap<>())) ? null : exception;
    }

    private boolean quotes(@Nullable Throwable e, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return false;
        }
        String text = e.toString();
        return !hide(text).equals(text)
                || quotes(e.getCause(), seen)
                || Stream.of(e.getSuppressed()).anyMatch(suppressed -> quotes(suppressed, seen));
    }

    /** A text verbatim, form-encoded, and percent-encoded. */
    private static Stream<String> forms(String text) {
        String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return Stream.of(text, form, form.replace("+", "%20")).distinct();
    }
}
