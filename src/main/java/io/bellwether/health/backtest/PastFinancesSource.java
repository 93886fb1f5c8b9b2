package io.bellwether.health.backtest;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.backtest.DatedEvent;
import io.bellwether.core.score.backtest.DatedState;
import io.bellwether.core.score.backtest.PastFinances;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.fact.RegisterFacts;
import io.bellwether.fact.finance.FiledFinance;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Gathers all that became known of a vendor's finances, in a number of queries that does not grow with its history. */
@Singleton
class PastFinancesSource {

    private final Facts facts;
    private final FiledFinance filed;

    PastFinancesSource(Facts facts, FiledFinance filed) {
        this.facts = facts;
        this.filed = filed;
    }

    PastFinances of(Vendor vendor) {
        List<Fact> ever = facts.ever(vendor.id(), Dimension.FINANCIAL);
        return new PastFinances(
                ever.stream()
                        .filter(fact -> fact.value() == null)
                        .map(PastFinancesSource::event)
                        .toList(),
                ever.stream().flatMap(PastFinancesSource::state).toList(),
                filed.risks(vendor.id()));
    }

    /** Who looks at filings for the first time learns of years of them: they could be known on the day they were filed. */
    private static DatedEvent event(Fact fact) {
        boolean published = fact.signal().startsWith("filing-") || fact.detail().containsKey("accession");
        FilingEvent event = new FilingEvent(fact.signal(), fact.key(), fact.occurredAt(), fact.source());
        return new DatedEvent(event, published ? fact.occurredAt() : fact.knownAt());
    }

    /** What a register said before we asked it is not known. */
    private static Stream<DatedState> state(Fact fact) {
        return RegisterFacts.of(List.of(fact)).stream()
                .map(state -> new DatedState(state, fact.knownAt(), fact.supersededAt()));
    }
}
