package dev.openvenue.generator.change;

/**
 * One difference between two editions of a venue's spec.
 *
 * @param venue the venue's id
 * @param step what it demands of the version
 * @param words what changed
 */
record Change(String venue, Step step, String words) {
    /** How far a version must move, from the least to the most. */
    enum Step {
        /** A fact was corrected; every program goes on as it is. */
        CORRECTION,
        /** There is more than before. */
        ADDITION,
        /** A program that used it no longer compiles, or is rejected. */
        BREAKING
    }
}
