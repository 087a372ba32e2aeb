package dev.openvenue.simulator;

import java.time.Duration;

/**
 * A documented limit of requests.
 *
 * @param group what the venue counts together: an operation's id, or a name that several operations share
 * @param permits how many requests a period allows
 */
record DocumentedLimit(String group, int permits, Duration period) {}
