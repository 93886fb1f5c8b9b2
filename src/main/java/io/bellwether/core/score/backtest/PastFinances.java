package io.bellwether.core.score.backtest;

import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingLedger;
import io.bellwether.core.score.FilingSlip;
import io.bellwether.core.score.FilingState;
import io.bellwether.core.score.FinancialScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.RegisterLedger;
import io.bellwether.core.score.RegisterState;
import io.bellwether.core.score.StatementRisk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
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
public record PastFinances(List<DatedEvent> events, List<DatedState> states, List<DatedRisk> risks) {

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
        Stream<LocalDate> ofEvents = events.stream().flatMap(event -> days(event.knownAt(), event.supersededAt()));
        Stream<LocalDate> ofStates = states.stream().flatMap(state -> days(state.knownAt(), state.supersededAt()));
        Stream<LocalDate> ofRisks = risks.stream().map(DatedRisk::from);
        return Stream.of(ofEvents, ofStates, ofRisks)
                .flatMap(days -> days)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<LocalDate> days(Instant knownAt, @Nullable Instant supersededAt) {
        return Stream.concat(Stream.of(knownAt), Stream.ofNullable(supersededAt))
                .map(PastFinances::day);
    }

    private Judgement on(LocalDate day) {
        Instant now = endOf(day);
        List<FilingEvent> filings = known(now);
        List<RegisterState> registers = states.stream()
                .filter(state -> state.held(now))
                .map(DatedState::state)
                .toList();
        DimensionScore score = FinancialScore.of(filings, registers, risk(day), now, now);
        boolean bankrupt = FilingState.of(filings, now)
                .filter(state -> state.kind() == FilingState.Kind.FAILED_OR_RESTRUCTURING)
                .isPresent();
        boolean insolvent = RegisterLedger.insolvent(registers);
        boolean grave = FilingSlip.holds(filings, now);
        Stream<HardFact> facts = Stream.of(
                        bankrupt ? HardFact.BANKRUPTCY_FILING : null,
                        insolvent ? HardFact.INSOLVENCY : null,
                        grave ? HardFact.GRAVE_FILINGS : null)
                .flatMap(Stream::ofNullable);
        return new Judgement(day, score.score(), index(score, facts), grave, bankrupt || insolvent);
    }

    private static @Nullable Integer index(DimensionScore score, Stream<HardFact> facts) {
        Integer points = score.score();
        return points == null ? null : facts.map(HardFact::limit).reduce(points, Math::min);
    }

    private List<FilingEvent> known(Instant now) {
        return events.stream()
                .filter(event -> event.held(now))
                .map(DatedEvent::event)
                .toList();
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
        return FilingLedger.of(known(now), now).stream()
                .filter(entry -> entry.weight() > 0)
                .sorted(Comparator.comparing(entry -> entry.event().occurredAt()))
                .toList();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
