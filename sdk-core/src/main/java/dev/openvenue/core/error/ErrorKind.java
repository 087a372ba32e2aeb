package dev.openvenue.core.error;

/**
 * What a venue's rejection is about, in the same terms for all venues. Each spec's {@code x-error-codes} maps the
 * venue's codes to these.
 */
public enum ErrorKind {
    /** Key, signature or passphrase is wrong or missing. */
    AUTHENTICATION,
    /** The key or account may not do this, or not from this address. */
    PERMISSION,
    /** The signed timestamp is outside the venue's window. */
    TIMESTAMP,
    /** Too many requests. */
    RATE_LIMIT,
    /** A parameter is missing or wrong. */
    INVALID_REQUEST,
    /** The balance is too small. */
    INSUFFICIENT_FUNDS,
    /** The venue does not know such an order. */
    ORDER_NOT_FOUND,
    /**
     * The order exists and cannot be cancelled: it is filled or cancelled, or, where the remedy is a lookup, being
     * cancelled.
     */
    ORDER_CLOSED,
    /** The order is closed or never existed; the venue does not say which. */
    ORDER_NOT_OPEN,
    /** The client order id was used before. */
    DUPLICATE_ORDER,
    /** A quota of orders, value, size or price is exceeded. */
    LIMIT_EXCEEDED,
    /** The symbol is suspended, delisted or not open yet. */
    MARKET_UNAVAILABLE,
    /** The venue is overloaded or in maintenance. */
    VENUE_UNAVAILABLE,
    /** The venue itself does not know what became of the request. */
    UNKNOWN_OUTCOME,
    /** Anything else, including codes that the catalogue does not list. */
    OTHER
}
