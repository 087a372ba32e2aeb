/** Generic runners: each test is a folder of data in {@code specs/<venue>/cases}. */
@NullMarked
package dev.openvenue.conformance;

import org.jspecify.annotations.NullMarked;
