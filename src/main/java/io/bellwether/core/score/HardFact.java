package io.bellwether.core.score;

/** A fact so grave that the viability index cannot be high while it holds, whatever the scores say. */
public enum HardFact {
    /** The vendor may end, or change hands, by order of a court. */
    BANKRUPTCY_FILING(20, "bankruptcy filing"),
    /** Browsers refuse to open the vendor's site, and its programs refuse to talk to ours. */
    CERTIFICATE_EXPIRED(50, "certificate expired"),
    /** Work that needs the vendor has stopped. */
    DOWN_OVER_AN_HOUR(60, "down for more than 60 minutes");

    private final int limit;
    private final String reason;

    HardFact(int limit, String reason) {
        this.limit = limit;
        this.reason = reason;
    }

    /** The highest index possible while it holds. */
    public int limit() {
        return limit;
    }

    public String reason() {
        return reason;
    }
}
