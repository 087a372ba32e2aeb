package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import dev.openvenue.workbench.RecordedSession.RecordedLine;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a recorded session is turned into. */
final class SessionFiles {
    private static final String TEST = """
            import static org.junit.jupiter.api.Assertions.assertEquals;

            import dev.openvenue.workbench.RecordedSession;
            import java.io.IOException;
            import java.io.InputStream;
            import java.util.List;
            import org.junit.jupiter.api.Test;

            /** Replays a session that was recorded with the seed %d, and expects the responses that were recorded. */
            class RecordedSessionTest {
                @Test
                void theSessionReplaysAsItWasRecorded() throws IOException {
                    try (InputStream lines = RecordedSessionTest.class.getResourceAsStream("/%s")) {
                        assertEquals(List.of(), RecordedSession.read(lines).replay());
                    }
                }
            }
            """;

    private SessionFiles() {}

    static String junitTest(RecordedSession session) {
        return TEST.formatted(session.seed(), RecordedSession.FILE);
    }

    static Map<String, String> cases(RecordedSession session) {
        Map<String, String> files = new LinkedHashMap<>();
        for (RecordedLine line : session.lines()) {
            if (line.kind().equals("exchange") && isCase(line)) {
                String folder = line.text("venue") + "/cases/responses/" + line.text("operation") + ".recorded-"
                        + line.number("number") + "/";
                files.put(
                        folder + "case.json",
                        Json.write(Json.object(
                                        "provenance",
                                        "self-computed",
                                        "source",
                                        "Recorded at the simulator, seed " + session.seed() + ", request "
                                                + line.number("number"),
                                        "operation",
                                        line.text("operation")))
                                + "\n");
                files.put(folder + "response.json", line.text("responseBody") + "\n");
            }
        }
        return files;
    }

    private static boolean isCase(RecordedLine line) {
        return line.flag("executed")
                && line.optional("fault") == null
                && line.optional("operation") != null
                && line.text("delivery").equals("whole")
                && !line.flag("truncated");
    }
}
