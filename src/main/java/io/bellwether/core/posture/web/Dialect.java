package io.bellwether.core.posture.web;

/** Which of two readings counts where the public implementation does not do what its documentation says. */
enum Dialect {
    /** As documented. */
    DOCUMENTED,
    /** As the public implementation does it, defects included. */
    COMPATIBLE;

    boolean compatible() {
        return this == COMPATIBLE;
    }
}
