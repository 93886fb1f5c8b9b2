package io.bellwether.core.score.slip;

import io.bellwether.core.Tier;

/** The lowest index that is good enough: the more the business depends on a vendor, the higher. */
public final class Floor {

    private Floor() {}

    /** The lowest index of grade B, C or D. */
    public static int of(Tier tier) {
        return switch (tier) {
            case STRATEGIC -> 75;
            case IMPORTANT -> 60;
            case STANDARD -> 40;
        };
    }
}
