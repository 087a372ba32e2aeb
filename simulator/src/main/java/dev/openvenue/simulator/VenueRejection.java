package dev.openvenue.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rejection by the venue. {@link Venue#reject} writes its document. */
public final class VenueRejection extends Exception {
    private static final long serialVersionUID = 1;

    /** Lets the venue choose the HTTP status. */
    public static final int VENUES_STATUS = 0;

    private final String code;
    private final String text;
    private final int status;
    private final transient Map<String, Object> extra;
    private final transient @Nullable Reason reason;

    /** What an explanation says beyond code and text. */
    record Reason(String mistake, String sentence, String advice) {}

    public VenueRejection(String code, String text) {
        this(code, text, VENUES_STATUS, Map.of(), null);
    }

    public VenueRejection(String code, String text, int status) {
        this(code, text, status, Map.of(), null);
    }

    private VenueRejection(String code, String text, int status, Map<String, Object> extra, @Nullable Reason reason) {
        // No stack trace: a rejection is a response.
        super(code + ": " + text, null, false, false);
        this.code = code;
        this.text = text;
        this.status = status;
        this.extra = extra;
        this.reason = reason;
    }

    /** The rejection of something that the venue supports and the simulator does not. */
    public static VenueRejection notSimulated(String code, String what) {
        return new VenueRejection(code, what + " is not simulated, though the venue may know it");
    }

    /** Returns the same rejection with another message. */
    public VenueRejection withText(String words) {
        return new VenueRejection(code, words, status, extra, reason);
    }

    /**
     * Returns the same rejection, which {@link VenueSimulator#explain} explains with these words; the response does not
     * change.
     *
     * @param mistake the name of the mistake, for programs: {@code content-type}
     * @param sentence what was wrong
     * @param advice what to do
     */
    public VenueRejection because(String mistake, String sentence, String advice) {
        return new VenueRejection(code, text, status, extra, new Reason(mistake, sentence, advice));
    }

    /** Returns the same rejection with one more field in the document. */
    public VenueRejection with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extra);
        more.put(field, value);
        return new VenueRejection(code, text, status, more, reason);
    }

    @Nullable
    Reason reason() {
        return reason;
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
