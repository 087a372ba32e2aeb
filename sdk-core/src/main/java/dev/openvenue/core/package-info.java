/**
 * The runtime of every OpenVenue client: calls and their errors, credentials, signing, the clock and the client
 * builder.
 *
 * <p>Application code needs {@link dev.openvenue.core.VenueClientBuilder},
 * {@link dev.openvenue.core.signing.Credentials}, {@link dev.openvenue.core.VenueCall} and
 * {@link dev.openvenue.core.error.VenueException}; the rest is for extensions.
 */
@NullMarked
package dev.openvenue.core;

import org.jspecify.annotations.NullMarked;
