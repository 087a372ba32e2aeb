package dev.openvenue.simulator.proof;

import java.security.GeneralSecurityException;
import java.util.List;

/** Verifies signatures of one key, made in one way. */
@FunctionalInterface
public interface Check {
    int NONE = -1;

    /**
     * Which of the signatures is one of the text; {@link #NONE} if none is.
     *
     * @throws GeneralSecurityException if one is not a signature of this kind at all
     */
    int match(byte[] text, List<byte[]> signatures) throws GeneralSecurityException;
}
