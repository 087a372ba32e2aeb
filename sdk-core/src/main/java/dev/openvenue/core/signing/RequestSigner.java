package dev.openvenue.core.signing;

import java.time.Instant;
import okhttp3.Request;

/**
 * A venue's signing scheme. A signer is a pure function: the same request, credentials and instant give the same signed
 * request. It reads no clock, keeps no state and changes nothing.
 */
@FunctionalInterface
public interface RequestSigner {
    /**
     * Signs a request that carries no trace of an earlier signature.
     *
     * @param request the encoded request; its body, if any, can be written more than once
     * @param now the timestamp to use, already corrected for clock skew
     * @throws IllegalArgumentException if the credentials do not fit this scheme; the message says which key it needs
     */
    SignedRequest sign(Request request, Credentials credentials, Instant now);
}
