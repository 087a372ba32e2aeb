/** What the SDK costs beside its peers, measured side by side in one run. */
@NullMarked
package dev.openvenue.benchmarks;

import org.jspecify.annotations.NullMarked;
