package dev.openvenue.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** A rejection by the venue. {@link Venue#reject} writes its document. */
public final class VenueRejection extends Exception {
    private static final long serialVersionUID = 1;

    /** Lets the venue choose the HTTP status. */
    public static final int VENUES_STATUS = 0;

    private final String code;
    private final String text;
    private final int status;
    private final transient Map<String, Object> extra;

    public VenueRejection(String code, String text) {
        this(code, text, VENUES_STATUS, Map.of());
    }

    public VenueRejection(String code, String text, int status) {
        this(code, text, status, Map.of());
    }

    private VenueRejection(String code, String text, int status, Map<String, Object> extra) {
        // No stack trace: a rejection is a response.
        super(code + ": " + text, null, false, false);
        this.code = code;
        this.text = text;
        this.status = status;
        this.extra = extra;
    }

    /** The rejection of something that the venue supports and the simulator does not. */
    public static VenueRejection notSimulated(String code, String what) {
        return new VenueRejection(code, what + " is not simulated, though the venue may know it");
    }

    /** Returns the same rejection with another message. */
    public VenueRejection withText(String words) {
        return new VenueRejection(code, words, status, extra);
    }

    /** Returns the same rejection with one more field in the document. */
    public VenueRejection with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extra);
        more.put(field, value);
        return new VenueRejection(code, text, status, more);
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public int status(int otherwise) {
        return status == VENUES_STATUS ? otherwise : status;
    }

    public Map<String, Object> extra() {
        return extra;
    }
}
