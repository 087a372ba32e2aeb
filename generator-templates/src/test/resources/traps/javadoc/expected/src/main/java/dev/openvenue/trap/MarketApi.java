package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Hostile;
import dev.openvenue.trap.model.HostileSide;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Gets what ends a comment: *&#47;, with a {brace} and an &#64;at.
     *
     * <p>{@code GET /hostile} (Trap: The page).
     *
     * <p>Ends a comment: *&#47; and begins one: /*. An address, me&#64;venue.example, and a tag: &#64;deprecated.
     * &lt;b&gt;Bold&lt;/b&gt; &amp; &lt;script&gt;. Braces {like these}, <code>code with {braces}</code>, <code>
     * code with &#64;at</code>, {@code plain code}, an odd <code> back-tick. A unicode escape: &#92;u002a/ and </code>
     * &#92;u0022<code>. A **strong** word, a [link](https://venue.example/a?b=1&amp;c=2), a dash - and a </code>
     * &lt;/code&gt;` end.
     *
     * <ul>
     *   <li>First item, with {@code code};
     *   <li>second item, which is long enough to be wrapped because it goes on and on about nothing at all until the
     *       line is full;
     *   <li>third item?
     * </ul>
     *
     * <p>A last paragraph!
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @param why Really? Yes, *&#47; {@code a</code>b} {&#64;link Object} &#64;see. Optional.
     * @param bare the venue's {@code bare}
     * @param side the venue's {@code side}; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Hostile> getHostile(@Nullable String why, String bare, @Nullable HostileSide side);

    /**
     * Gets what ends a comment: *&#47;, with a {brace} and an &#64;at, with default parameters; see
     * {@link #getHostile(String, String, HostileSide)}.
     */
    default VenueCall<Hostile> getHostile(String bare) {
        return getHostile(null, bare, null);
    }

    /**
     * Gets the venue's clock.
     *
     * <p>{@code GET /time} (Trap: The page).
     *
     * <p>Needs no key.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Instant> getServerTime();
}
