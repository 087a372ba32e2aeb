package dev.openvenue.generator;

/**
 * An overload of a generated method that takes only the required parameters.
 *
 * @param doc one sentence
 * @param declaration the parameters, as declared
 * @param call the arguments of the full method
 */
record Overload(String doc, String declaration, String call) {}
