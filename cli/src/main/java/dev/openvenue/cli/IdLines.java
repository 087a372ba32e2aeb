package dev.openvenue.cli;

import dev.openvenue.core.cancel.OrderRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads orders from a file, one id per line, one line at a time. Empty lines are skipped. */
final class IdLines implements Iterator<OrderRef> {
    private final String name;
    private final BufferedReader reader;
    private final Function<String, OrderRef> order;
    private @Nullable OrderRef next;
    private long line;

    private IdLines(String name, InputStream in, Function<String, OrderRef> order) {
        this.name = name;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.order = order;
    }

    /** Opens a file; {@code -} is standard input. */
    static IdLines open(String file, InputStream standardInput, Function<String, OrderRef> order) {
        if (file.equals("-")) {
            return new IdLines("standard input", standardInput, order);
        }
        try {
            return new IdLines(file, Files.newInputStream(Path.of(file)), order);
        } catch (IOException e) {
            throw CommandException.usage("Cannot open the file of ids " + file + "; check its name", e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null) {
                String text = reader.readLine();
                if (text == null) {
                    return false;
                }
                line++;
                next = text.isBlank() ? null : order.apply(text.strip());
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read " + name + " after line " + line + "; the orders behind it were not cancelled", e);
        }
    }

    @Override
    public OrderRef next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        OrderRef taken = next;
        next = null;
        return taken;
    }
}
