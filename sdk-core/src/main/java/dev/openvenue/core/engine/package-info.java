/**
 * What the batch cancel and the batch place are made of: calls under one deadline, whose results one thread handles,
 * and lists of orders that are read page by page. Hidden from applications: no module may read this package.
 */
@NullMarked
package dev.openvenue.core.engine;

import org.jspecify.annotations.NullMarked;
