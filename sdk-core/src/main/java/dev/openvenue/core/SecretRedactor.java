package dev.openvenue.core;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps credentials and signatures out of messages: venues and libraries may echo what they were given. */
final class SecretRedactor {
    /** A shorter text is too likely to be part of an ordinary word. */
    private static final int SHORTEST = 6;

    private final List<String> texts;

    private SecretRedactor(Stream<String> texts) {
        // The longest first: one secret may hold another, and must not be left half hidden.
        this.texts = texts.filter(text -> text.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static SecretRedactor of(@Nullable Credentials credentials) {
        if (credentials == null) {
            return new SecretRedactor(Stream.empty());
        }
        return new SecretRedactor(Stream.of(
                        Stream.of(credentials.apiKey()),
                        credentials.passphrase().stream(),
                        credentials.signingKey().secret().stream())
                .flatMap(texts -> texts));
    }

    /** These and others. */
    SecretRedactor and(Collection<String> others) {
        return others.isEmpty() ? this : new SecretRedactor(Stream.concat(texts.stream(), others.stream()));
    }

    /** The same text with asterisks in place of each secret. */
    String hide(String text) {
        String hidden = text;
        for (String secret : texts) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }

    /** The exception itself; null if it, or one that a stack trace would print with it, quotes a secret. */
    <E extends Throwable> @Nullable E unlessQuotedBy(@Nullable E exception) {
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
}
