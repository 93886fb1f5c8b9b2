package io.bellwether.fact.finance;

import io.bellwether.core.finance.Scorecard;
import io.bellwether.platform.BenchJson;

/** The scorecard that comes with the application. */
public final class BenchScorecard {

    private BenchScorecard() {}

    public static Scorecard scorecard() {
        return ScorecardFile.read(BenchJson.json());
    }
}
