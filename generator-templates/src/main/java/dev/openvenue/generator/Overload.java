package dev.openvenue.generator;

/**
 * A method beside a generated one that takes only what is required.
 *
 * @param doc one sentence
 * @param declaration the parameters, as declared
 * @param call the arguments of the full method
 */
record Overload(String doc, String declaration, String call) {}
