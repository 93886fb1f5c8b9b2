package io.bellwether.probe.pagewatch;

import java.time.Instant;

/**
 * A passage that differs, or lately differed, from the text that changes are told against.
 *
 * @param added whether it is new, else it is missing
 * @param since when it was first seen so, of this time
 * @param seen at how many looks in a row; 0 while it does not differ
 * @param flips how often it has gone back without having been confirmed
 * @param quiet how many looks in a row it has not differed
 * @param told whether it was part of a change not long ago, so that this would take the change back
 */
record Pending(String passage, boolean added, Instant since, int seen, int flips, int quiet, boolean told) {

    /** After so many looks without a return what came and went is forgotten. */
    private static final int FORGIVEN = 30;

    private static final int MOST_FLIPS = 3;

    static Pending first(String passage, boolean added, Instant now) {
        return new Pending(passage, added, now, 1, 0, 0, false);
    }

    Pending again(Instant now) {
        return new Pending(passage, added, seen == 0 ? now : since, seen + 1, flips, 0, told);
    }

    Pending gone() {
        return new Pending(
                passage, added, since, 0, seen > 0 ? Math.min(flips + 1, MOST_FLIPS) : flips, quiet + 1, told);
    }

    /** What is to be remembered of it once it is confirmed: the way back. */
    Pending back() {
        return new Pending(passage, !added, since, 0, flips, 0, true);
    }

    /** Who came back once, or takes back what was told, must stay longer to be believed. */
    boolean confirmed() {
        return seen >= 2 + 2 * flips + (told ? 2 : 0);
    }

    boolean unsteady() {
        return flips > 0;
    }

    boolean forgotten() {
        return quiet > FORGIVEN;
    }
}
