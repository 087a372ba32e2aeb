package dev.openvenue.cli;

import dev.openvenue.core.BaseUrl;
import okhttp3.HttpUrl;

/**
 * Where calls go. Every line of output shows it, so that a line from a simulator is never mistaken for one from a
 * market.
 *
 * @param kind whether it is a real market
 * @param host the host, with the port if it is not the usual one; empty for an embedded venue
 */
record Origin(Kind kind, String host) {
    /** A venue inside this process. */
    static final Origin EMBEDDED = new Origin(Kind.EMBEDDED, "");

    /** Whether it is a real market. */
    enum Kind {
        /** A real venue, or a substitute for one: orders cost money. */
        LIVE,
        /** This machine. */
        LOOPBACK,
        /** This process. */
        EMBEDDED
    }

    static Origin of(HttpUrl url) {
        boolean usualPort = url.port() == HttpUrl.defaultPort(url.scheme());
        return new Origin(
                BaseUrl.isLoopback(url) ? Kind.LOOPBACK : Kind.LIVE,
                usualPort ? url.host() : url.host() + ":" + url.port());
    }

    /** The name of the kind. */
    String word() {
        return switch (kind) {
            case LIVE -> "live";
            case LOOPBACK -> "loopback";
            case EMBEDDED -> "embedded";
        };
    }

    /** {@code live api.bitget.com}. */
    @Override
    public String toString() {
        return host.isEmpty() ? word() : word() + " " + host;
    }
}
