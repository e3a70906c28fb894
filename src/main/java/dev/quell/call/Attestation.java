package dev.quell.call;

/** What STIR/SHAKEN (RFC 8588, ATIS-1000074) says about a caller's right to the number. */
public enum Attestation {
    /** Full: the provider knows the caller and the right to the number. */
    A,
    /** Partial: the provider knows the caller only. */
    B,
    /** Gateway: the provider knows where the call entered. */
    C,
    /** Signed, but the signature does not hold. */
    FAILED,
    /** Not signed. */
    NONE
}
