package io.bellwether.core.finance;

/** Who says so: what a figure or a fact about a company rests on, the firmest first. */
public enum EvidenceTier {
    /** Filed with a supervisor of markets, who fines what is false. */
    FILED,
    /** Kept by a public register. */
    REGISTERED,
    /** Told by the company itself, to its customers. */
    STATED,
    /** Seen from outside. */
    OBSERVED
}
