package dev.openvenue.core.signing;

import okhttp3.Request;

/**
 * A request ready to be sent, with the text that was signed.
 *
 * @param request the signed request; the bytes that were signed are the bytes that it sends
 * @param canonicalText the text under the signature, kept so that a mismatch can be found character by character
 */
public record SignedRequest(Request request, String canonicalText) {
    /** Names method and path only: the rest may hold keys and signatures. */
    @Override
    public String toString() {
        return "SignedRequest[" + request.method() + " " + request.url().encodedPath() + "]";
    }
}
