/**
 * One signer per scheme, each a pure function that reads like the venue's own signing page.
 *
 * <p>A venue that is not in this repository has a {@link dev.openvenue.core.signing.RequestSigner} of its own, public and
 * with a constructor without arguments, which its spec names in full ({@code x-venue: {signer:
 * com.example.AcmeSigner}}). {@link dev.openvenue.core.signing.Signing} and
 * {@link dev.openvenue.core.signing.Parameters} are what such signers have in common.
 */
@NullMarked
package dev.openvenue.core.signing;

import org.jspecify.annotations.NullMarked;
