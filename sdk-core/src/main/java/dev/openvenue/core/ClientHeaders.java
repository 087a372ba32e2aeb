package dev.openvenue.core;

import dev.openvenue.core.codegen.ClientHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;

/**
 * The headers that belong to the client and not to a call. They are set before a request is signed, so that a signer
 * finds there what is sent.
 */
final class ClientHeaders {
    private static final String CONTENT_TYPE = "Content-Type";

    private final Map<String, String> always = new LinkedHashMap<>();
    private final Map<String, String> ifSigned = new LinkedHashMap<>();

    /**
     * Collects what a client sends.
     *
     * @param own what the client was built with, by the header's name; empty for nothing
     */
    ClientHeaders(List<ClientHeader> declared, Map<String, Optional<String>> own) {
        for (ClientHeader header : declared) {
            own.getOrDefault(header.name(), Optional.ofNullable(header.value()))
                    .ifPresent(value -> (header.signedOnly() ? ifSigned : always).put(header.name(), value));
        }
    }

    /** The request with these headers; a body that says what it contains is believed. */
    Request addTo(Request request, boolean signed) {
        if (always.isEmpty() && (ifSigned.isEmpty() || !signed)) {
            return request;
        }
        Request.Builder builder = request.newBuilder();
        always.forEach((name, value) -> {
            if (request.body() == null || !name.equalsIgnoreCase(CONTENT_TYPE)) {
                builder.header(name, value);
            }
        });
        if (signed) {
            ifSigned.forEach(builder::header);
        }
        return builder.build();
    }
}
