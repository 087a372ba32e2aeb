package dev.openvenue.cli;

import dev.openvenue.cli.CancelTask.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs the tasks of all venues concurrently, each on its own thread. Ctrl-C ends them; the report is still complete.
 */
final class CancelRuns {
    private final CliEnvironment environment;
    private final CancelOutput output;
    private final Progress progress;

    CancelRuns(CliEnvironment environment, CancelOutput output, Progress progress) {
        this.environment = environment;
        this.output = output;
        this.progress = progress;
    }

    /** Runs to the end, and returns the most severe of their exit codes. */
    int run(List<CancelTask> tasks) {
        Map<CancelTask, CompletableFuture<Result>> results = new LinkedHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (CancelTask task : tasks) {
            CompletableFuture<Result> result = new CompletableFuture<>();
            results.put(task, result);
            threads.add(thread(task, result));
        }
        // The engine ends its run when interrupted, and still accounts for every order.
        SignalHandler.Registration listening =
                environment.interrupts().listen(() -> threads.forEach(Thread::interrupt));
        try {
            threads.forEach(Thread::start);
            int code = results.entrySet().stream()
                    .mapToInt(entry -> end(entry.getKey(), entry.getValue()))
                    .reduce(ExitCode.DONE, ExitCode::worse);
            progress.close();
            output.end();
            return code;
        } finally {
            listening.close();
        }
    }

    private Thread thread(CancelTask task, CompletableFuture<Result> result) {
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(task.run(outcome -> output.outcome(task.session(), outcome)));
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                "openvenue-" + task.session().client().venueId());
        thread.setDaemon(true);
        return thread;
    }

    private int end(CancelTask task, CompletableFuture<Result> future) {
        try {
            Result result = future.join();
            output.result(task.session(), result);
            return result.exitCode();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            progress.above(() -> environment.err().println(task.session().origin() + ": " + cause.getMessage()));
            return ExitCode.UNKNOWN;
        }
    }
}
