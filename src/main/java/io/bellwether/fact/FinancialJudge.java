package io.bellwether.fact;

import io.bellwether.core.score.DimensionScore;
import io.bellwether.vendor.Vendor;

/** Who makes a score of a vendor's finances: that takes more than facts, such as how fresh the looks at them are. */
public interface FinancialJudge {

    /** As of now. */
    DimensionScore of(Vendor vendor);
}
