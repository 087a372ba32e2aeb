package dev.openvenue.cli;

import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.signing.SecretRedactor;
import dev.openvenue.core.signing.SignedRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows how a call is signed, to find the character in which another implementation's signature differs. Nothing is
 * sent. API key and passphrase are redacted, so that the output cannot be sent by anybody who reads it.
 */
@Command(
        name = "sign",
        description =
                "Show the text that is signed and the signed request; nothing is sent, and the API key is blanked out.")
final class SignCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Mixin
    private final VenueTarget target = new VenueTarget();

    @Mixin
    private final OperationCall call = new OperationCall();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "The time to state, as 2026-11-21T00:00:00Z or in epoch milliseconds; now by default")
    private @Nullable String time;

    SignCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        InstantSource clock = time == null ? environment.clock() : InstantSource.fixed(instant(time));
        try (Session session = target.open(environment, clock)) {
            SignedRequest signed = sign(session);
            SecretRedactor redactor = session.redactor();
            if (output.isJson()) {
                Map<String, @Nullable Object> line = session.line("signedText", signed.canonicalText());
                line.put("request", RequestText.fields(signed.request()));
                environment.out().println(redactor.hide(JsonFormat.of(line)));
                return ExitCode.DONE;
            }
            say(session, "signed text:");
            redactor.hide(signed.canonicalText()).lines().forEach(line -> say(session, "  " + line));
            say(session, "signed request:");
            RequestText.lines(signed.request()).forEach(line -> say(session, "  " + redactor.hide(line)));
        }
        return ExitCode.DONE;
    }

    /** Trailing whitespace may be the very difference in question, so it is stripped from empty lines only. */
    private void say(Session session, String line) {
        environment.out().println(session.origin() + " (not sent)" + (line.isBlank() ? "" : "  " + line));
    }

    private SignedRequest sign(Session session) {
        try {
            return session.client().sign(call.prepare(call.operation(session)));
        } catch (VenueException e) {
            throw session.failure(e);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private static Instant instant(String text) {
        try {
            return text.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw CommandException.usage(
                    "--time is '" + text + "'; write it as 2026-11-21T00:00:00Z or in epoch milliseconds", e);
        }
    }
}
