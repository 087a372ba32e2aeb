/**
 * Batch cancel: takes any number of orders and accounts for every one. {@link dev.openvenue.core.cancel.BatchCancel} is the way in, and
 * {@link dev.openvenue.core.VenueClient#batchCancel()} gives one; what a venue demands is data, a {@link
 * dev.openvenue.core.codegen.BatchCancelDescription}.
 */
@NullMarked
package dev.openvenue.core.cancel;

import org.jspecify.annotations.NullMarked;
