/** XChange, on a class path without the SDK. */
@NullMarked
package dev.openvenue.benchmarks.xchange;

import org.jspecify.annotations.NullMarked;
