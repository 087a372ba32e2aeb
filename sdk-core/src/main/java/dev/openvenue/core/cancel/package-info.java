/**
 * Batch cancel: takes any number of orders and accounts for every one. {@link dev.openvenue.core.cancel.BatchCancel} is
 * the entry point; the client of a venue that has a batch cancel returns one from {@code batchCancel()}, and
 * {@link dev.openvenue.core.cancel.BatchCancel#of} accepts any client. The differences between venues are data, a
 * {@link dev.openvenue.core.codegen.BatchCancelDescription}.
 */
@NullMarked
package dev.openvenue.core.cancel;

import org.jspecify.annotations.NullMarked;
