package dev.openvenue.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The exchanges of all venues, the last ones of them: bounded in number and in bytes. */
final class Journal {
    static final int MOST_ENTRIES = 10_000;
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private final int mostEntries;
    private final long mostBytes;
    private final NavigableMap<Long, JournalEntry> kept = new TreeMap<>();
    private final Map<Long, Long> sizes = new HashMap<>();
    private long bytes;
    private long last;
    private long dropped;

    Journal() {
        this(MOST_ENTRIES, MOST_BYTES);
    }

    Journal(int mostEntries, long mostBytes) {
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    /**
     * Entries, oldest first.
     *
     * @param dropped how many older ones are no longer kept
     * @param next what to ask for to get those that follow
     */
    record Page(List<JournalEntry> entries, long dropped, long next) {}

    /** Adds the entry of the next number. */
    synchronized JournalEntry add(LongFunction<JournalEntry> entry) {
        JournalEntry added = entry.apply(++last);
        long size = added.size();
        kept.put(last, added);
        sizes.put(last, size);
        bytes += size;
        while (kept.size() > mostEntries || (bytes > mostBytes && kept.size() > 1)) {
            long first = kept.firstKey();
            kept.remove(first);
            Long freed = sizes.remove(first);
            bytes -= freed == null ? 0 : freed;
            dropped++;
        }
        return added;
    }

    synchronized @Nullable JournalEntry find(long number) {
        return kept.get(number);
    }

    /**
     * The entries after a number, oldest first; without a number the newest ones.
     *
     * @param venue of one venue only; null for all
     */
    synchronized Page page(@Nullable Long after, @Nullable String venue, int limit) {
        List<JournalEntry> page = new ArrayList<>();
        boolean newest = after == null;
        for (JournalEntry entry : newest
                ? kept.descendingMap().values()
                : kept.tailMap(after, false).values()) {
            if (page.size() == limit) {
                break;
            }
            if (venue == null || venue.equals(entry.venue())) {
                page.add(entry);
            }
        }
        if (newest) {
            Collections.reverse(page);
        }
        boolean full = page.size() == limit && !newest;
        return new Page(page, dropped, full ? page.get(limit - 1).number() : last);
    }

    synchronized int size() {
        return kept.size();
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Forgets all entries; numbers go on. */
    synchronized void clear() {
        kept.clear();
        sizes.clear();
        bytes = 0;
        dropped = 0;
    }
}
