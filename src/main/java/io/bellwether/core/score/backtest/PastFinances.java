package io.bellwether.core.score.backtest;

import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingLedger;
import io.bellwether.core.score.FinancialScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.RegisterState;
import io.bellwether.core.score.StatementRisk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that ever became known of a company's finances, each with the time when it did: what was known later cannot be found on
 * an earlier day.
 *
 * @param risks oldest first
 */
public record PastFinances(List<Dated<FilingEvent>> events, List<Dated<RegisterState>> states, List<DatedRisk> risks) {

    public PastFinances {
        events = List.copyOf(events);
        states = List.copyOf(states);
        risks = List.copyOf(risks);
    }

    /** What was to be said of it day after day. */
    public Course course(String vendor, LocalDate from, LocalDate to) {
        return Course.of(vendor, news(), from, to, this::on);
    }

    private SortedSet<LocalDate> news() {
        Stream<LocalDate> ofFacts =
                Stream.concat(events.stream(), states.stream()).flatMap(Dated::days);
        return Stream.concat(ofFacts, risks.stream().map(DatedRisk::from))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Judgement on(LocalDate day) {
        Instant now = endOf(day);
        List<FilingEvent> filings = held(events, now);
        List<RegisterState> registers = held(states, now);
        DimensionScore score = FinancialScore.of(filings, registers, risk(day), now, now);
        Set<HardFact> facts = HardFact.ofFinances(filings, registers, now);
        boolean insolvent = facts.contains(HardFact.BANKRUPTCY_FILING) || facts.contains(HardFact.INSOLVENCY);
        return new Judgement(
                day, score.score(), index(score, facts), facts.contains(HardFact.GRAVE_FILINGS), insolvent);
    }

    private static @Nullable Integer index(DimensionScore score, Set<HardFact> facts) {
        Integer points = score.score();
        return points == null ? null : facts.stream().map(HardFact::limit).reduce(points, Math::min);
    }

    private static <T> List<T> held(List<Dated<T>> facts, Instant now) {
        return facts.stream().filter(fact -> fact.held(now)).map(Dated::what).toList();
    }

    private @Nullable StatementRisk risk(LocalDate day) {
        StatementRisk newest = null;
        for (DatedRisk risk : risks) {
            if (risk.from().isAfter(day)) {
                break;
            }
            newest = risk.risk();
        }
        return newest;
    }

    /** Filings that weighed something on their day, by what was known at the end of a day; oldest first. */
    public List<FilingLedger.Entry> weighty(LocalDate day) {
        Instant now = endOf(day);
        return FilingLedger.of(held(events, now), now).stream()
                .filter(entry -> entry.weight() > 0)
                .sorted(Comparator.comparing(entry -> entry.event().occurredAt()))
                .toList();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }
}
