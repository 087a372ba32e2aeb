/** web3j, on a class path without the SDK. */
@NullMarked
package dev.openvenue.benchmarks.web3j;

import org.jspecify.annotations.NullMarked;
