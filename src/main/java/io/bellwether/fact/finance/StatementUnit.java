package io.bellwether.fact.finance;

/** In what sums of money and numbers of shares are written. */
public enum StatementUnit {
    ONES(1e-6),
    THOUSANDS(1e-3),
    MILLIONS(1);

    private final double millions;

    StatementUnit(double millions) {
        this.millions = millions;
    }

    double millions() {
        return millions;
    }
}
