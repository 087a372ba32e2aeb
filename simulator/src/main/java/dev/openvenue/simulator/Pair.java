package dev.openvenue.simulator;

import java.util.List;

/**
 * The two coins of a symbol, in the symbol's own spelling.
 *
 * @param base what is traded
 * @param quote what is paid
 */
record Pair(String base, String quote) {
    private static final List<String> QUOTES = List.of("usdt", "usdc", "usd", "perp");

    /** Divides {@code btc_usdt}, {@code ETH-USD}, {@code BTCUSDT}. */
    static Pair of(String symbol) {
        String[] parts = symbol.split("[_-]");
        if (parts.length == 2) {
            return new Pair(parts[0], parts[1]);
        }
        for (String quote : QUOTES) {
            int length = symbol.length() - quote.length();
            if (length > 0 && symbol.regionMatches(true, length, quote, 0, quote.length())) {
                return new Pair(symbol.substring(0, length), symbol.substring(length));
            }
        }
        throw new IllegalArgumentException("The symbol '" + symbol + "' ends with none of " + QUOTES);
    }

    /** The coins of several symbols, sorted. */
    static List<String> coins(List<String> symbols) {
        return symbols.stream()
                .map(Pair::of)
                .flatMap(pair -> List.of(pair.base(), pair.quote()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
