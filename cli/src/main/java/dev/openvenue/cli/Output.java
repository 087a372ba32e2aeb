package dev.openvenue.cli;

/** The form of results. */
enum Output {
    /** For people. */
    TABLE,
    /** For programs: one JSON object a line. */
    JSON
}
