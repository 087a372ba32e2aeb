package dev.openvenue.simulator;

import java.time.Duration;

/**
 * A documented rate limit.
 *
 * @param group what the venue counts together: an operation's id, or a name that several operations share
 * @param permits how many requests are allowed per period
 */
public record DocumentedLimit(String group, int permits, Duration period) {}
