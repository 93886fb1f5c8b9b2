package io.bellwether.fact.finance;

import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.core.finance.Window;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;

/** Judges companies by the scorecard that comes with the application. */
@Singleton
class Assessor {

    private final Scorecard scorecard;

    Assessor(Json json) {
        this.scorecard = ScorecardFile.read(json);
    }

    Scorecard scorecard() {
        return scorecard;
    }

    Assessed assess(Window window) {
        return Assessed.of(scorecard, CompanyAssessment.of(scorecard, window), null, null);
    }

    /** @param company without {@link Company#faults faults} */
    Assessed assess(Company company) {
        Market market = company.market();
        return Assessed.of(
                scorecard,
                CompanyAssessment.of(scorecard, company.window()),
                company.baseRate(),
                market == null ? null : market.distance());
    }
}
