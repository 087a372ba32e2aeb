package dev.openvenue.simulator.proof;

/**
 * A way to sign the right text with another key or another algorithm than the one that is due.
 *
 * @param id its name, for programs
 * @param did what was done; follows "The signature is right"
 * @param due what is due instead
 * @param advice what to do
 * @param check verifies signatures that were made so
 */
public record KeyMistake(String id, String did, String due, String advice, Check check) {}
