package dev.openvenue.generator.spec;

/**
 * Something in a spec that would lead to an incorrect client.
 *
 * @param file the spec
 * @param line the line, from 1
 * @param pointer the JSON pointer of the value
 * @param message what is wrong
 * @param fix what to write instead
 */
public record Violation(String file, int line, String pointer, String message, String fix) {
    @Override
    public String toString() {
        return file + ":" + line + " " + pointer + ": " + message + ". " + fix;
    }
}
