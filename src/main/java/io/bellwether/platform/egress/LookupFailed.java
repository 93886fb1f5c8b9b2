package io.bellwether.platform.egress;

import io.bellwether.core.Cause;

/** A host name that could not be turned into addresses. */
public final class LookupFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause cause;

    private LookupFailed(Cause cause, String reason) {
        super(reason, null, false, false);
        this.cause = cause;
    }

    /** The name does not exist or has no address: whoever owns it must mend it. */
    public static LookupFailed noAddress(String host) {
        return new LookupFailed(Cause.DNS_NO_ADDRESS, "The name " + host + " has no address.");
    }

    /** The resolver did not answer or failed: says nothing about the host. */
    public static LookupFailed unanswered(String host, String why) {
        return new LookupFailed(Cause.DNS_FAILED, "The resolver did not resolve " + host + ": " + why + ".");
    }

    /** {@link Cause#DNS_NO_ADDRESS} or {@link Cause#DNS_FAILED}. */
    public Cause failureCause() {
        return cause;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
