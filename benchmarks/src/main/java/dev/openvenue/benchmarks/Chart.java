package dev.openvenue.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Bars of quotients beside a line at 1, which is the peer.
 *
 * @param title above all
 * @param bars from top to bottom
 */
record Chart(String title, List<Bar> bars) {
    private static final int WIDTH = 760;
    private static final int TEXT = 430;
    private static final int LINE = 24;
    private static final int HEAD = 34;
    private static final int MARGIN = 12;
    private static final double MOST = 1.5;

    /**
     * A quotient.
     *
     * @param label what ÷ which peer
     * @param value shorter is better; drawn up to {@link #MOST}
     */
    record Bar(String label, double value) {}

    /** The picture, readable on light and on dark ground. */
    String svg() {
        int height = HEAD + bars.size() * LINE + MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d"
                    font-family="sans-serif" font-size="13">
                  <style>text { fill: #333 } @media (prefers-color-scheme: dark) { text { fill: #ccc } }</style>
                  <text x="%d" y="20" font-weight="bold">%s</text>
                """.formatted(WIDTH, height, WIDTH, height, MARGIN, title));
        for (int i = 0; i < bars.size(); i++) {
            svg.append(bar(bars.get(i), HEAD + i * LINE));
        }
        int one = TEXT + length(1);
        svg.append("""
                  <line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#888" stroke-dasharray="3 3"/>
                </svg>
                """.formatted(one, HEAD - 4, one, height - MARGIN));
        return svg.toString();
    }

    private static String bar(Bar bar, int top) {
        int length = length(bar.value());
        return String.format(
                Locale.ROOT,
                """
                  <text x="%d" y="%d">%s</text>
                  <rect x="%d" y="%d" width="%d" height="%d" rx="2" fill="%s"/>
                  <text x="%d" y="%d">%.2f</text>
                """,
                MARGIN,
                top + 14,
                bar.label(),
                TEXT,
                top + 2,
                length,
                LINE - 8,
                bar.value() <= 1 ? "#2a9d6f" : "#d08c2c",
                TEXT + Math.max(length, length(1)) + 6,
                top + 14,
                bar.value());
    }

    private static int length(double value) {
        return (int) Math.max(1, Math.min(MOST, value) / MOST * (WIDTH - TEXT - 60));
    }
}
