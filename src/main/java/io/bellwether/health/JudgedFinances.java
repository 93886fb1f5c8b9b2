package io.bellwether.health;

import io.bellwether.core.score.DimensionScore;
import io.bellwether.fact.FinancialJudge;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;

/** A vendor's financial score, as its health has it. */
@Singleton
final class JudgedFinances implements FinancialJudge {

    private final HealthService health;

    JudgedFinances(HealthService health) {
        this.health = health;
    }

    @Override
    public DimensionScore of(Vendor vendor) {
        return health.of(vendor).dimensions().financial();
    }
}
