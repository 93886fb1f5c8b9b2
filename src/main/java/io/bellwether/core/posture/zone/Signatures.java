package io.bellwether.core.posture.zone;

/**
 * What the chain of signatures up to the root says of a zone's own records.
 *
 * @param state {@link #SECURE}, {@link #UNSIGNED}, {@link #BOGUS} or something else that tells nothing
 * @param why the first link that does not hold, as a clause; empty when all do
 */
public record Signatures(String state, String why) {

    /** Signed, and every link up to the root holds. */
    public static final String SECURE = "SECURE";

    /** The zone, or one above it, is proven not to be signed. */
    public static final String UNSIGNED = "UNSIGNED";

    /** Signatures are wrong, expired, or missing although the zone above promises them. */
    public static final String BOGUS = "BOGUS";
}
