package dev.openvenue.core.error;

/** Whether a failed call may have taken effect at the venue. */
public enum Effect {
    /** Certainly not: nothing was sent, or the venue rejected it. */
    NONE,
    /** Possibly: the request was sent and no trustworthy response came back. Look the order up before retrying. */
    UNKNOWN
}
