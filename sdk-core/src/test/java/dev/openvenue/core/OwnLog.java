package dev.openvenue.core;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged on the thread of a test in the name of a type, from when it begins to listen. */
public final class OwnLog extends Handler {
    private final Logger logger;
    private final Thread thread = Thread.currentThread();
    private final List<String> lines = new ArrayList<>();

    private OwnLog(Logger logger) {
        this.logger = logger;
    }

    /** Begins to listen. */
    public static OwnLog of(Class<?> type) {
        OwnLog log = new OwnLog(Logger.getLogger(type.getName()));
        log.logger.addHandler(log);
        return log;
    }

    /** The lines, each after its level. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (Thread.currentThread() == thread) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
