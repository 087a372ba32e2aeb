/**
 * Batch cancel: takes any number of orders and accounts for every one. {@link dev.openvenue.core.cancel.BatchCancel} is
 * the way in; the client of a venue that has a batch cancel gives one with {@code batchCancel()}, and
 * {@link dev.openvenue.core.cancel.BatchCancel#of} that of any client. What a venue requires is data, a
 * {@link dev.openvenue.core.codegen.BatchCancelDescription}.
 */
@NullMarked
package dev.openvenue.core.cancel;

import org.jspecify.annotations.NullMarked;
