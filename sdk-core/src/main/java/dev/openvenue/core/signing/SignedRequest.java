package dev.openvenue.core.signing;

import okhttp3.Request;

/**
 * A request that is ready to be sent, with the text that was signed.
 *
 * @param request the signed request; the bytes that were signed are the bytes that it sends
 * @param canonicalText the signed text, kept so that a mismatch can be found character by character
 */
public record SignedRequest(Request request, String canonicalText) {
    /** Shows method and path only: the rest may contain keys and signatures. */
    @Override
    public String toString() {
        return "SignedRequest[" + request.method() + " " + request.url().encodedPath() + "]";
    }
}
