package io.bellwether.platform.secret;

/** Secrets cannot be sealed or opened on this node; the message says why and what to do, and holds nothing of the secret. */
public final class VaultFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VaultFailure(String reason) {
        super(reason, null, false, false);
    }

    /** One sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
