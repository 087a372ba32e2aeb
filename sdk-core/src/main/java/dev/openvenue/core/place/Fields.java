package dev.openvenue.core.place;

import java.math.BigDecimal;

/** Compares what was sent with what a venue repeats. */
final class Fields {
    private Fields() {}

    /** Compares numbers by value and text ignoring case, since venues vary in how they spell symbols. */
    static boolean isSame(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return one.equalsIgnoreCase(other);
        }
    }
}
