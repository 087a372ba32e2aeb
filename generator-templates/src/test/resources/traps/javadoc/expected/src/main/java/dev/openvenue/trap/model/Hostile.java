package dev.openvenue.trap.model;

import org.jspecify.annotations.Nullable;

/**
 *
 *
 * <ul>
 *   <li>A list comes first: *&#47;;
 *   <li>and goes on with &lt;li&gt;.
 * </ul>
 *
 * <p>Then a paragraph.
 *
 * @param a Ends a comment: *&#47;. Then {&#64;code x} and &#92;u002a/
 * @param b No full stop; the rest follows
 * @param c e.g. a price. Then more
 * @param d the venue's {@code d}
 * @param e the venue's {@code e}
 * @param f Is it open?
 */
public record Hostile(
        @Nullable String a,
        @Nullable String b,
        @Nullable String c,
        @Nullable String d,
        @Nullable HostileSide e,
        @Nullable String f) {}
