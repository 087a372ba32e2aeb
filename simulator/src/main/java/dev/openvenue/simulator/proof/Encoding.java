package dev.openvenue.simulator.proof;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** How a signature is written. */
public enum Encoding {
    /** Of either case: venues take both. */
    HEX("hex"),
    /** With 0x before it. */
    PREFIXED_HEX("hex with 0x before it"),
    BASE64("Base64");

    private static final int LONGEST = 4_096;

    private final String words;

    Encoding(String words) {
        this.words = words;
    }

    /**
     * What the signature may have been, before it was written in another way than is due.
     *
     * @param id the name of the mistake; empty text if the signature is written as is due
     */
    public record Reading(String id, String did, ByteString bytes) {}

    public String words() {
        return words;
    }

    /** Null if the text is not written so. */
    public byte @Nullable [] decode(String text) {
        try {
            return switch (this) {
                case HEX -> HexFormat.of().parseHex(text);
                case PREFIXED_HEX -> text.startsWith("0x") ? HexFormat.of().parseHex(text.substring(2)) : null;
                case BASE64 -> Base64.getDecoder().decode(text);
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Every way to read what came, the one that is due first if it can be read so. */
    public List<Reading> readings(String received) {
        List<Reading> readings = new ArrayList<>();
        if (received.length() > LONGEST) {
            return readings;
        }
        byte[] due = decode(received);
        if (due != null) {
            readings.add(new Reading("", "", ByteString.of(due)));
        }
        for (Encoding other : values()) {
            byte[] bytes = other == this ? null : other.decode(received);
            if (bytes != null) {
                readings.add(new Reading("signature-in-other-encoding", "in " + other.words, ByteString.of(bytes)));
                hexInside(other, bytes, readings);
            }
        }
        if (due != null) {
            hexInside(this, due, readings);
        }
        again(
                "signature-with-blanks",
                "without the blanks or quotes in it",
                received.replaceAll("[\\s\"']", ""),
                received,
                readings);
        again("signature-plus-lost", "with + where a blank came", received.replace(' ', '+'), received, readings);
        again("signature-percent-encoded", "without its percent escapes", unescaped(received), received, readings);
        again(
                "signature-base64url",
                "in Base64 for URLs",
                received.replace('-', '+').replace('_', '/'),
                received,
                readings);
        return readings;
    }

    private void hexInside(Encoding outer, byte[] bytes, List<Reading> readings) {
        byte[] inner = HEX.decode(new String(bytes, StandardCharsets.ISO_8859_1));
        if (inner != null && inner.length > 0) {
            readings.add(
                    new Reading("signature-encoded-twice", "in hex and then in " + outer.words, ByteString.of(inner)));
        }
    }

    private void again(String id, String did, String changed, String received, List<Reading> readings) {
        byte[] bytes = changed.equals(received) ? null : decode(changed);
        if (bytes != null) {
            readings.add(new Reading(id, did, ByteString.of(bytes)));
        }
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray percent sign: not escaped.
            return text;
        }
    }
}
