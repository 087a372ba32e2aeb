@NullMarked
package dev.openvenue.cli;

import org.jspecify.annotations.NullMarked;
