/** gate-api, on a class path without the SDK. */
@NullMarked
package dev.openvenue.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
