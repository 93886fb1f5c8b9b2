package io.bellwether.core.finance.filed;

/** Why a filed fact is left out. */
public enum Dropped {
    /** Its period ends after the day on which it was filed. */
    FUTURE,
    /** Its period is neither a quarter nor a half, nine months or a year. */
    ODD_LENGTH,
    /** In another unit than US dollars or shares. */
    OTHER_UNIT,
    /** Below zero, which it cannot be. */
    NEGATIVE
}
