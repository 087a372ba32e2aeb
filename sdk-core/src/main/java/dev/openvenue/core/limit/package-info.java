/**
 * Client-side rate limiting: how many requests may be sent, and when, by this process or by several hosts together.
 * Application code needs only {@link dev.openvenue.core.limit.RateLimits}; the other public types are for the
 * interceptors of a client.
 */
@NullMarked
package dev.openvenue.core.limit;

import org.jspecify.annotations.NullMarked;
