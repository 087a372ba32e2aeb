package dev.openvenue.core;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps credentials out of messages: venues and libraries may echo what they were given. */
final class Secrets {
    /** A shorter text is too likely to be part of an ordinary word. */
    private static final int SHORTEST = 6;

    private final List<String> texts;

    private Secrets(List<String> texts) {
        this.texts = texts;
    }

    static Secrets of(@Nullable Credentials credentials) {
        if (credentials == null) {
            return new Secrets(List.of());
        }
        return new Secrets(Stream.concat(Stream.of(credentials.apiKey()), credentials.passphrase().stream())
                .filter(text -> text.length() >= SHORTEST)
                .toList());
    }

    /** The same text with asterisks in place of each secret. */
    String hide(String text) {
        String hidden = text;
        for (String secret : texts) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }

    /** The exception itself; null if it or one of its causes quotes a secret, because stack traces print them all. */
    <E extends Throwable> @Nullable E unlessQuotedBy(@Nullable E exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (!hide(text).equals(text)) {
                return null;
            }
        }
        return exception;
    }
}
