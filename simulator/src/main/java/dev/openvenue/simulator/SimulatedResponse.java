package dev.openvenue.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent to the client, and how much of it arrives. */
public record SimulatedResponse(
        int status,
        Map<String, String> headers,
        String body,
        Delivery delivery,
        @Nullable Trickle trickle) {
    /** How much of a response arrives. */
    public enum Delivery {
        /** All of it. */
        WHOLE,
        /** Headers and half of the body; then the connection is closed. */
        HALF,
        /** Nothing; the connection is closed. */
        NOTHING,
        /** All of it, but all further input of the connection is ignored. */
        LAST
    }

    /** Spaces that are sent before the body, one per interval. */
    public record Trickle(Duration interval, long blanks) {}

    public SimulatedResponse(int status, Map<String, String> headers, String body, Delivery delivery) {
        this(status, headers, body, delivery, null);
    }

    /** The connection is closed instead of a response. */
    public static final SimulatedResponse NONE = new SimulatedResponse(0, Map.of(), "", Delivery.NOTHING);

    public static SimulatedResponse json(int status, @Nullable Object document) {
        return new SimulatedResponse(
                status, Map.of("Content-Type", "application/json;charset=UTF-8"), Json.write(document), Delivery.WHOLE);
    }

    public static SimulatedResponse html(int status, String text) {
        String page = "<html><head><title>" + text + "</title></head><body><h1>" + text + "</h1></body></html>\n";
        return new SimulatedResponse(status, Map.of("Content-Type", "text/html"), page, Delivery.WHOLE);
    }

    public SimulatedResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SimulatedResponse(status, more, body, delivery, trickle);
    }

    public SimulatedResponse withHeaders(Map<String, String> added) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(added);
        return new SimulatedResponse(status, more, body, delivery, trickle);
    }

    SimulatedResponse withBody(String replacement) {
        return new SimulatedResponse(status, headers, replacement, delivery, trickle);
    }

    SimulatedResponse cutInHalf() {
        return new SimulatedResponse(status, headers, body, Delivery.HALF, trickle);
    }

    SimulatedResponse lastOfItsConnection() {
        return new SimulatedResponse(status, headers, body, Delivery.LAST, trickle);
    }

    SimulatedResponse trickling(Duration interval, long blanks) {
        return new SimulatedResponse(status, headers, body, delivery, new Trickle(interval, blanks));
    }
}
