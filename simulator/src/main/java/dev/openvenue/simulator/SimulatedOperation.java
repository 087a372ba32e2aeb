package dev.openvenue.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One operation that the simulator of a venue serves.
 *
 * @param id the operation's id in the venue's spec
 * @param path the path; {@code {id}} stands for digits
 * @param signed whether it needs a signature
 * @param limit its rate limit; null where none is documented
 */
public record SimulatedOperation(
        String id,
        String method,
        String path,
        boolean signed,
        @Nullable DocumentedLimit limit,
        Handler handler) {
    private static final String PLACEHOLDER = "{id}";

    /** Executes an operation. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Returns the payload as a JSON tree; null for none.
         *
         * @throws VenueRejection if the venue rejects
         */
        @Nullable
        Object handle(OperationContext call) throws VenueRejection;
    }

    /**
     * Matches a request: returns the value of the placeholder, empty text if the path has none, or null for no match.
     */
    @Nullable
    String match(String requestMethod, String requestPath) {
        if (!method.equals(requestMethod)) {
            return null;
        }
        int at = path.indexOf(PLACEHOLDER);
        if (at < 0) {
            return path.equals(requestPath) ? "" : null;
        }
        String before = path.substring(0, at);
        String after = path.substring(at + PLACEHOLDER.length());
        if (!requestPath.startsWith(before)
                || !requestPath.endsWith(after)
                || requestPath.length() <= before.length() + after.length()) {
            return null;
        }
        String id = requestPath.substring(before.length(), requestPath.length() - after.length());
        return id.matches("[0-9]+") ? id : null;
    }
}
