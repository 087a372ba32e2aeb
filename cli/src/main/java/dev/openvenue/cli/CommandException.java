package dev.openvenue.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with one line on standard error. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A usage error: an argument that the command cannot use. */
    static CommandException usage(String message) {
        return new CommandException(ExitCode.REJECTED, message, null);
    }

    /** Like {@link #usage(String)}, with a cause. */
    static CommandException usage(String message, Throwable cause) {
        return new CommandException(ExitCode.REJECTED, message, cause);
    }

    /** The command failed. */
    static CommandException failed(int exitCode, String message, Throwable cause) {
        return new CommandException(exitCode, message, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
