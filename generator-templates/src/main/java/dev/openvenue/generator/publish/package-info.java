/** What is published of the specs: bundles, their portable form for stock generators, and tables for run time. */
@NullMarked
package dev.openvenue.generator.publish;

import org.jspecify.annotations.NullMarked;
