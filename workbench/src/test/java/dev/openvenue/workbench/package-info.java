@NullMarked
package dev.openvenue.workbench;

import org.jspecify.annotations.NullMarked;
