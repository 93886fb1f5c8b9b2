package io.bellwether.core.finance.filed;

/** What to know of a figure before it is relied on. */
public enum Flag {
    /** Computed of several that were filed. */
    DERIVED,
    /** A later filing stated it otherwise than an earlier one; the later counts. */
    RESTATED,
    /** The newest period is older than it should be. */
    STALE,
    /** Never stated by a company that states the total: taken as none. */
    ASSUMED_ZERO,
    /** What the public held in the middle of the year, as the annual report's cover tells; not the market value of a day. */
    PUBLIC_FLOAT,
    /** Of a day some weeks after the period, as the report's cover tells. */
    COVER,
    /** A quarter of more than 90 % of its year, which may be a year's figure under a quarter's name. */
    MOST_OF_YEAR,
    /** Assets are not liabilities and equity together, within 1 %: not used. */
    UNBALANCED,
    /** A part that is larger than its whole: not used. */
    MORE_THAN_WHOLE,
    /** A profit and an outflow of cash, or a loss and an inflow, each of more than half of the assets: not used. */
    CONTRADICTORY;

    /** Whether a figure with it is shown, but nothing is judged by it. */
    public boolean disqualifies() {
        return this == UNBALANCED || this == MORE_THAN_WHOLE || this == CONTRADICTORY;
    }
}
