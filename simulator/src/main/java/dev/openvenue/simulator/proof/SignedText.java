package dev.openvenue.simulator.proof;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The text that a signature covers, in pieces; a venue has a layout, and leaves empty what it does not sign.
 *
 * @param layout puts the pieces together
 * @param time the timestamp, as it was sent
 * @param timeName the name of the parameter that the timestamp is; empty text if it is a piece of its own
 * @param mark what stands before the query, if there is one
 * @param parameters the signed parameters: the query, or those of a form
 * @param head signed headers, as parameters
 * @param separator what stands between the pieces
 * @param keyNames the names of the parameters that belong to the signature itself, such as the key
 * @param finish what is done with the whole text; nothing, unless by mistake
 */
public record SignedText(
        Layout layout,
        String time,
        String timeName,
        String method,
        String host,
        String path,
        String mark,
        Parameters parameters,
        Parameters head,
        String separator,
        String body,
        Set<String> keyNames,
        UnaryOperator<String> finish) {
    /** How a venue puts the pieces of a text together. */
    @FunctionalInterface
    public interface Layout {
        String text(SignedText pieces);
    }

    /** A text of which only the layout and the parameters are known. */
    public static SignedText of(Layout layout, Parameters parameters) {
        return new SignedText(
                layout,
                "",
                "",
                "",
                "",
                "",
                "",
                parameters,
                Parameters.NONE,
                "",
                "",
                Set.of(),
                UnaryOperator.identity());
    }

    public String text() {
        return finish.apply(layout.text(this));
    }

    /** The mark and the query; empty text if there is no query. */
    public String markedQuery() {
        String text = parameters.text();
        return text.isEmpty() ? "" : mark + text;
    }

    public SignedText withTime(String other) {
        return timeName.isEmpty()
                ? withTimePiece(other)
                : withTimePiece(other)
                        .withParameters(parameters.withValue(timeName, other))
                        .withHead(head.withValue(timeName, other));
    }

    private SignedText withTimePiece(String other) {
        return new SignedText(
                layout, other, timeName, method, host, path, mark, parameters, head, separator, body, keyNames, finish);
    }

    public SignedText withTimeName(String other) {
        return new SignedText(
                layout, time, other, method, host, path, mark, parameters, head, separator, body, keyNames, finish);
    }

    public SignedText withMethod(String other) {
        return new SignedText(
                layout, time, timeName, other, host, path, mark, parameters, head, separator, body, keyNames, finish);
    }

    public SignedText withHost(String other) {
        return new SignedText(
                layout, time, timeName, method, other, path, mark, parameters, head, separator, body, keyNames, finish);
    }

    public SignedText withPath(String other) {
        return new SignedText(
                layout, time, timeName, method, host, other, mark, parameters, head, separator, body, keyNames, finish);
    }

    public SignedText withMark(String other) {
        return new SignedText(
                layout, time, timeName, method, host, path, other, parameters, head, separator, body, keyNames, finish);
    }

    public SignedText withParameters(Parameters other) {
        return new SignedText(
                layout, time, timeName, method, host, path, mark, other, head, separator, body, keyNames, finish);
    }

    public SignedText withHead(Parameters other) {
        return new SignedText(
                layout, time, timeName, method, host, path, mark, parameters, other, separator, body, keyNames, finish);
    }

    public SignedText withSeparator(String other) {
        return new SignedText(
                layout, time, timeName, method, host, path, mark, parameters, head, other, body, keyNames, finish);
    }

    public SignedText withBody(String other) {
        return new SignedText(
                layout, time, timeName, method, host, path, mark, parameters, head, separator, other, keyNames, finish);
    }

    public SignedText withKeyNames(Set<String> other) {
        return new SignedText(
                layout, time, timeName, method, host, path, mark, parameters, head, separator, body, other, finish);
    }

    /** The same text, changed as a whole. */
    public SignedText finished(UnaryOperator<String> change) {
        return new SignedText(
                layout, time, timeName, method, host, path, mark, parameters, head, separator, body, keyNames, change);
    }
}
