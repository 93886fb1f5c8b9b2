package io.bellwether.core.posture;

/** How much work it is for the vendor to mend a finding. */
public enum Effort {
    /** A setting. */
    LOW,
    /** A change that needs tests. */
    MEDIUM,
    /** A project. */
    HIGH
}
