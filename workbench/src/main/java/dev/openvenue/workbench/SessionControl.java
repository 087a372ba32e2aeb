package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operation that gives the session so far, in a form that can be kept. */
final class SessionControl {
    private final Desk desk;

    SessionControl(Desk desk) {
        this.desk = desk;
    }

    void addTo(Control control) {
        control.get("/api/session", this::session);
    }

    /** What a session can be exported as. */
    private enum Format {
        LINES,
        JUNIT,
        CASES
    }

    private Map<String, @Nullable Object> session(ControlCall call) {
        call.takes("format");
        Format format = call.has("format") ? call.oneOf("format", Format.class) : Format.LINES;
        String lines = desk.recorder().lines();
        RecordedSession session = RecordedSession.of(lines);
        List<Map<String, @Nullable Object>> files = new ArrayList<>();
        Map<String, String> exported = switch (format) {
            case LINES -> Map.of(RecordedSession.FILE, lines);
            case JUNIT -> session.junitTest();
            case CASES -> session.cases();
        };
        exported.forEach((path, text) -> files.add(Json.object("path", path, "text", text)));
        return Json.object("files", files);
    }
}
