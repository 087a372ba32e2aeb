package dev.openvenue.cli;

import dev.openvenue.workbench.RecordedSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays a recorded session, or makes a test of it. */
@Command(
        name = "replay",
        description =
                "Replay a session that simulate recorded, and compare the responses; or make a JUnit test or cases"
                        + " of it.")
final class ReplayCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Parameters(paramLabel = "FILE", description = "What simulate --record wrote")
    @SuppressWarnings("NullAway.Init") // picocli sets it first.
    private Path file;

    @ArgGroup
    private @Nullable Target target;

    /** What to write. */
    static final class Target {
        @Option(
                names = "--junit",
                paramLabel = "FOLDER",
                description = "Write a JUnit test that replays it: below a source folder, such as src/test")
        private @Nullable Path junit;

        @Option(
                names = "--cases",
                paramLabel = "FOLDER",
                description = "Write its responses as cases, in the form of the specs")
        private @Nullable Path cases;
    }

    ReplayCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        RecordedSession session = read();
        if (target != null && target.junit != null) {
            return write(session.junitTest(), target.junit);
        } else if (target != null && target.cases != null) {
            return write(session.cases(), target.cases);
        }
        List<String> differences = session.replay();
        differences.forEach(environment.out()::println);
        environment
                .out()
                .println(session.exchanges() + " exchanges replayed at " + String.join(", ", session.venues())
                        + (differences.isEmpty()
                                ? ": every response is as it was recorded"
                                : ": " + differences.size() + " differences"));
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private RecordedSession read() {
        try {
            return RecordedSession.read(file);
        } catch (NoSuchFileException e) {
            throw CommandException.usage("There is no file " + file, e);
        } catch (IOException e) {
            throw CommandException.usage("Cannot read " + file + " as text; give what simulate --record wrote", e);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(file + ": " + e.getMessage(), e);
        }
    }

    private int write(Map<String, String> files, Path folder) {
        for (Map.Entry<String, String> entry : files.entrySet()) {
            Path path = folder.toAbsolutePath().resolve(entry.getKey()).normalize();
            if (!path.startsWith(folder.toAbsolutePath().normalize())) {
                throw CommandException.usage("The recording names " + entry.getKey() + ", which is outside the folder");
            }
            try {
                Files.createDirectories(path.getParent());
                Files.writeString(path, entry.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw CommandException.usage(
                        "Cannot write " + path + ": " + e + "; name a folder without these files", e);
            }
            environment.out().println(path);
        }
        return ExitCode.DONE;
    }
}
