package dev.openvenue.generator;

/**
 * A convenience beside a generated method.
 *
 * @param doc one sentence
 * @param declaration the parameters, as declared
 * @param call the arguments of the full method
 */
record Overload(String doc, String declaration, String call) {}
