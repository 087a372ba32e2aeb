/**
 * How many requests may leave, and when: in this process, or together with other hosts. Application code needs
 * {@link dev.openvenue.core.limit.RateLimits} only; the other public types are for the chain of a client.
 */
@NullMarked
package dev.openvenue.core.limit;

import org.jspecify.annotations.NullMarked;
