/** A Redis server for tests. */
@NullMarked
package dev.openvenue.redis;

import org.jspecify.annotations.NullMarked;
