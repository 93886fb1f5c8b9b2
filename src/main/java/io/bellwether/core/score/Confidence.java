package io.bellwether.core.score;

/** How much of the evidence that could be there is there, 0 to 1. */
final class Confidence {

    private Confidence() {}

    /** In thousandths: more digits would claim more than is known. */
    static double of(double share) {
        return Math.round(Math.clamp(share, 0, 1) * 1_000) / 1_000.0;
    }
}
