package dev.openvenue.cli;

/** The output format. */
enum Output {
    /** For people. */
    TABLE,
    /** For programs: one JSON object per line. */
    JSON
}
