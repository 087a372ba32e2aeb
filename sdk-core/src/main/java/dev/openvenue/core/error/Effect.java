package dev.openvenue.core.error;

/** Whether a call that failed took effect at the venue. */
public enum Effect {
    /** Certainly not: nothing was sent, or the venue rejected it. */
    NONE,
    /** Perhaps: the request left and no trustworthy response came back. Look before retrying. */
    UNKNOWN
}
