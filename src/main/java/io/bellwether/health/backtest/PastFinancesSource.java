package io.bellwether.health.backtest;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.core.score.RegisterState;
import io.bellwether.core.score.backtest.Dated;
import io.bellwether.core.score.backtest.PastFinances;
import io.bellwether.fact.EntityFacts;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.fact.FilingFacts;
import io.bellwether.fact.RegisterFacts;
import io.bellwether.fact.finance.FiledFinance;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Gathers all that became known of a vendor's finances, in a number of queries that does not grow with its history. */
@Singleton
class PastFinancesSource {

    private final Facts facts;
    private final EntityRegister entities;
    private final FiledFinance filed;

    PastFinancesSource(Facts facts, EntityRegister entities, FiledFinance filed) {
        this.facts = facts;
        this.entities = entities;
        this.filed = filed;
    }

    PastFinances of(Vendor vendor) {
        List<Fact> ever = EntityFacts.of(facts.ever(vendor.id(), Dimension.FINANCIAL), entities.watching(vendor.id()))
                .own();
        return new PastFinances(
                ever.stream().flatMap(PastFinancesSource::event).toList(),
                ever.stream().flatMap(PastFinancesSource::state).toList(),
                filed.risks(vendor.id()));
    }

    private static Stream<Dated<FilingEvent>> event(Fact fact) {
        return FilingFacts.of(List.of(fact)).stream()
                .filter(event -> FilingWeights.knows(event.signal()))
                .map(event -> isPublished(fact)
                        ? new Dated<>(event, fact.occurredAt(), null)
                        : new Dated<>(event, fact.knownAt(), fact.supersededAt()));
    }

    /** Who looks at filings for the first time learns of years of them: they could be known on the day they were filed. */
    private static boolean isPublished(Fact fact) {
        boolean filing = fact.signal().startsWith("filing-") || fact.detail().containsKey("accession");
        return fact.value() == null && filing;
    }

    /** What a register said before we asked it is not known. */
    private static Stream<Dated<RegisterState>> state(Fact fact) {
        return RegisterFacts.of(List.of(fact)).stream()
                .map(state -> new Dated<>(state, fact.knownAt(), fact.supersededAt()));
    }
}
