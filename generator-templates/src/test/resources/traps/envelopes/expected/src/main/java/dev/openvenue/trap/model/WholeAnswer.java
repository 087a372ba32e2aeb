package dev.openvenue.trap.model;

import java.util.List;

/**
 * The venue's whole answer.
 *
 * @param code the venue's {@code code}
 * @param rows the venue's {@code rows}
 */
public record WholeAnswer(
        String code,
        List<String> rows) {}
