package io.bellwether.platform.egress;

/** A target that must not be reached from here; nothing was sent to it. */
public final class EgressRefused extends Exception {

    private static final long serialVersionUID = 1L;

    EgressRefused(String reason) {
        super(reason, null, false, false);
    }

    /** One sentence that names the host, its address and the range that address lies in. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
