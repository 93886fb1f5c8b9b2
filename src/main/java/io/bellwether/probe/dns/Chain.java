package io.bellwether.probe.dns;

/**
 * What the signatures of an answer say.
 *
 * @param why the first link that does not hold, as a clause; empty when all do
 */
record Chain(State state, String why) {

    enum State {
        /** Signed, and every link up to the root holds. */
        SECURE,
        /** The zone, or one above it, is proven not to be signed. */
        UNSIGNED,
        /** Signatures are wrong, expired, or missing although the zone above promises them. */
        BOGUS,
        /** It could not be told: a failure of ours or of our resolver's. */
        UNDECIDED
    }
}
