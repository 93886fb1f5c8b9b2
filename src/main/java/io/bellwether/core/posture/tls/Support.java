package io.bellwether.core.posture.tls;

/** Whether a server supports what was offered to it. */
public enum Support {
    SUPPORTED,
    NOT_SUPPORTED,
    /** It was not asked, or did not answer, or answered something that may have other reasons. */
    UNKNOWN
}
