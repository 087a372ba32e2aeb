package dev.openvenue.cli;

import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.PlannedCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cancels orders at one or several venues, and reports the outcome of every single one. */
@Command(
        name = "cancel",
        sortOptions = false,
        description = "Cancel orders at one or several venues at once, with an outcome for each of them.",
        footerHeading = "%nExample:%n",
        footer = {
            "  openvenue cancel --venue bitget --symbol BTCUSDT --ids 1,2,3 --venue htx --symbol btcusdt --all-open",
            "",
            "ACCEPTED: the venue took the cancel call that named the order; it is not confirmed that the order is closed."
        })
final class CancelCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private final List<CancelGroup> groups = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "When to stop: 500ms, 10s, 2m. By default 30s, or as long as the rate limits make --ids take."
                    + " Nothing is sent after it")
    private @Nullable Duration timeout;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(names = "--quiet", description = "Show only what is not resolved, and the sums")
    private boolean quiet;

    @Option(names = "--dry-run", description = "Show the requests, unsigned, and send nothing")
    private boolean dryRun;

    @Option(names = "--credentials", paramLabel = "FILE", description = CredentialField.HELP)
    private @Nullable Path credentials;

    CancelCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<Session> sessions = new ArrayList<>();
        try (Progress progress =
                dryRun ? new ProgressInLog(environment.err(), environment.clock()) : Progress.of(environment)) {
            List<CancelTask> tasks = tasks(sessions, progress);
            return dryRun
                    ? show(tasks)
                    : new CancelRuns(
                                    environment,
                                    CancelOutput.of(output.format(), quiet, environment.out(), progress),
                                    progress)
                            .run(tasks);
        } finally {
            sessions.forEach(Session::close);
        }
    }

    private List<CancelTask> tasks(List<Session> sessions, Progress progress) {
        CredentialStore store = CredentialStore.of(credentials, environment.environment());
        List<CancelTask> tasks = new ArrayList<>();
        groups.forEach(CancelGroup::venueIds);
        for (CancelGroup group : groups) {
            if (group.venueIds().size() > 1 && (group.baseUrl != null || "-".equals(group.selection.idsFile))) {
                throw CommandException.usage("--base-url and standard input serve one venue;"
                        + " give each venue its own group of options, beginning with --venue");
            }
            for (String venue : group.venueIds()) {
                VenueProvider provider = Venues.find(venue);
                Session session = Session.open(
                        provider, group.baseUrl, dryRun ? null : store.require(provider), environment.clock());
                sessions.add(session);
                tasks.add(CancelTask.of(session, batchCancel(session, group, progress), group, environment.in()));
            }
        }
        return tasks;
    }

    private BatchCancel batchCancel(Session session, CancelGroup group, Progress progress) {
        try {
            BatchCancel batchCancel = BatchCancel.of(session.client());
            BatchCancel chosen = group.category == null ? batchCancel : batchCancel.inCategory(group.category);
            return (timeout == null ? chosen : chosen.timeout(timeout))
                    .arguments(NamedValues.present(group.arguments))
                    .onProgress(progress.listener(session));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private int show(List<CancelTask> tasks) {
        for (CancelTask task : tasks) {
            try {
                task.plan(planned -> show(task.session(), planned));
            } catch (IllegalArgumentException e) {
                throw CommandException.usage(String.valueOf(e.getMessage()), e);
            }
        }
        return ExitCode.DONE;
    }

    private void show(Session session, PlannedCall planned) {
        Request request =
                session.operation(planned.operation()).call(planned.arguments()).request();
        RequestText.print(environment.out(), session.origin() + " (not sent)", request);
    }
}
