package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.fact.finance.FiledFinance;
import io.bellwether.fact.finance.StatedStatements;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Gathers the evidence behind vendors' financial scores. */
@Singleton
public class Finances {

    private final FiledFinance filed;
    private final StatedStatements stated;
    private final EntityFinances entities;
    private final Suppressions suppressions;
    private final FinancialJudge judge;
    private final Clock clock;

    Finances(
            FiledFinance filed,
            StatedStatements stated,
            EntityFinances entities,
            Suppressions suppressions,
            FinancialJudge judge,
            Clock clock) {
        this.filed = filed;
        this.stated = stated;
        this.entities = entities;
        this.suppressions = suppressions;
        this.judge = judge;
        this.clock = clock;
    }

    /** As of now. */
    public FinanceFacts of(Vendor vendor) {
        Instant now = clock.instant();
        EntityFacts known = entities.facts(vendor.id());
        List<Suppression> inForce = suppressions.of(vendor.id(), Dimension.FINANCIAL, now);
        return FinanceFacts.of(
                vendor.slug(),
                known.own(),
                inForce,
                filed.of(vendor.id(), now).orElse(null),
                stated.of(vendor.id()),
                judge.of(vendor),
                entities.of(vendor.id(), known.undisputed(inForce), now),
                now);
    }
}
