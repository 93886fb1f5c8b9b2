package io.bellwether.fact;

import io.bellwether.core.score.DatedFact;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.FactLedger;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingLedger;
import io.bellwether.core.score.FilingSlip;
import io.bellwether.core.score.FilingState;
import io.bellwether.core.score.ImpliedRunway;
import io.bellwether.core.score.RegisterLedger;
import io.bellwether.core.score.RegisterState;
import io.bellwether.core.score.RuleSet;
import io.bellwether.fact.finance.Assessed;
import io.bellwether.fact.finance.StatedFinances;
import io.bellwether.fact.finance.StatementsView;
import io.bellwether.fact.finance.VendorStatements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence behind a vendor's financial score.
 *
 * @param vendor its slug
 * @param asOf when the newest of these facts became known; null without any
 * @param ruleSet the version of the weights
 * @param state what overrides the sum of the events; null when nothing does
 * @param slipping whether the events alone say that it slips
 * @param events what happened, newest first
 * @param registers what registers of companies say now, the latest change first
 * @param statements what it filed; null where nobody has read it
 * @param assessment of its last three fiscal years; null where they are not there
 * @param trailingAssessment of the three years to its newest balance sheet; null where they are not there
 * @param stated what the vendor has told of its statements
 * @param facts what people know of it, and has not expired; the newest first
 * @param impliedRunway an estimate by the last round of financing; null where that or the number of employees is not known
 * @param disputed what was found and does not count, because somebody disputes it
 * @param standing the score that all of this makes, with the parts that it is made of
 * @param entities who stands behind the vendor in law; all that is above is about the contracting entity alone
 */
public record FinanceFacts(
        String vendor,
        @Nullable Instant asOf,
        String ruleSet,
        @Nullable FilingState state,
        boolean slipping,
        List<Event> events,
        List<RegisterEntry> registers,
        @Nullable StatementsView statements,
        @Nullable Assessed assessment,
        @Nullable Assessed trailingAssessment,
        StatedFinances stated,
        List<KnownFact> facts,
        @Nullable ImpliedRunway impliedRunway,
        List<Disputed> disputed,
        DimensionScore standing,
        List<EntityFinance> entities) {

    /**
     * @param weight points it took on its day, in the company of the others
     * @param clustered whether they are raised because other kinds of trouble came within weeks
     * @param rationale why its kind weighs what it weighs
     * @param halfLifeDays days after which half of it is left
     * @param pointsNow what is left of it, before the score's rounding and scaling
     */
    public record Event(
            UUID id,
            String signal,
            Instant occurredAt,
            Instant knownAt,
            String source,
            Map<String, Object> detail,
            double weight,
            boolean clustered,
            String rationale,
            long halfLifeDays,
            double pointsNow) {

        static Event of(Fact fact, FilingLedger.Entry entry) {
            return new Event(
                    fact.id(),
                    fact.signal(),
                    entry.event().occurredAt(),
                    fact.knownAt(),
                    fact.source(),
                    fact.detail(),
                    entry.weight(),
                    entry.clustered(),
                    entry.rule().rationale(),
                    entry.rule().halfLife().toDays(),
                    rounded(entry.pointsNow()));
        }
    }

    /**
     * What one entry of a register says.
     *
     * @param since when it began by the register's own dates, else when it was first seen
     * @param pointsNow what it takes while it holds, before the score's rounding and scaling; 0 for what is no bad news
     */
    public record RegisterEntry(
            UUID id,
            String signal,
            String value,
            Instant since,
            Instant knownAt,
            String source,
            Map<String, Object> detail,
            double pointsNow) {}

    /**
     * A fact that somebody has told.
     *
     * @param amountNow what its number has come to, for example months that are left now; null without one
     * @param countsFrom from when on it has gone on for long enough
     * @param pointsNow what it takes, before what filings say of the same, caps, rounding and scaling; 0 where another of its
     *     kind takes more
     */
    public record KnownFact(
            ToldFact fact, @Nullable Double amountNow, Instant countsFrom, String rationale, double pointsNow) {

        static KnownFact of(Fact fact, FactLedger.Entry entry) {
            Double amount = entry.amount();
            return new KnownFact(
                    ToldFact.of(fact),
                    amount == null ? null : (Double) rounded(amount),
                    entry.countsFrom(),
                    entry.rule().rationale(),
                    rounded(entry.pointsNow()));
        }
    }

    /**
     * A fact that somebody disputes.
     *
     * @param value what a register says; null for an event
     * @param suppression who disputes it, why, and until when
     */
    public record Disputed(
            UUID id,
            String signal,
            @Nullable String value,
            Instant occurredAt,
            String source,
            Suppression suppression) {

        static Stream<Disputed> of(Fact fact, List<Suppression> inForce) {
            Suppression one = DisputedFacts.of(fact, inForce);
            return one == null
                    ? Stream.empty()
                    : Stream.of(new Disputed(
                            fact.id(), fact.signal(), fact.value(), fact.occurredAt(), fact.source(), one));
        }
    }

    /** @param found all that is known, disputed or not */
    static FinanceFacts of(
            String vendor,
            List<Fact> found,
            List<Suppression> inForce,
            @Nullable VendorStatements filed,
            StatedFinances stated,
            DimensionScore standing,
            List<EntityFinance> entities,
            Instant now) {
        List<Fact> facts = DisputedFacts.without(found, inForce);
        Map<String, Fact> byKey = byKey(facts);
        List<FilingEvent> filings = DatedFacts.events(facts, now);
        return new FinanceFacts(
                vendor,
                asOf(found),
                RuleSet.CURRENT,
                FilingState.of(filings, now).orElse(null),
                FilingSlip.holds(filings, now),
                events(facts, now),
                registers(facts, now),
                filed == null ? null : filed.statements(),
                filed == null ? null : filed.assessment(),
                filed == null ? null : filed.trailingAssessment(),
                stated,
                known(byKey, now),
                ImpliedRunway.of(dated(byKey), now).orElse(null),
                found.stream().flatMap(fact -> Disputed.of(fact, inForce)).toList(),
                standing,
                entities);
    }

    private static List<DatedFact> dated(Map<String, Fact> byKey) {
        return byKey.values().stream()
                .filter(DatedFacts::is)
                .map(DatedFacts::dated)
                .toList();
    }

    private static List<KnownFact> known(Map<String, Fact> byKey, Instant now) {
        List<KnownFact> known = new ArrayList<>();
        for (FactLedger.Entry entry : FactLedger.of(dated(byKey), now)) {
            Fact fact = byKey.get(entry.fact().key());
            if (fact != null) {
                known.add(KnownFact.of(fact, entry));
            }
        }
        return List.copyOf(known);
    }

    /** Newest first. */
    static List<Event> events(List<Fact> facts, Instant now) {
        Map<String, Fact> byKey = byKey(facts);
        List<Event> events = new ArrayList<>();
        for (FilingLedger.Entry entry : FilingLedger.of(DatedFacts.events(facts, now), now)) {
            Fact fact = byKey.get(entry.event().key());
            if (fact != null) {
                events.add(Event.of(fact, entry));
            }
        }
        return List.copyOf(events);
    }

    private static Map<String, Fact> byKey(List<Fact> facts) {
        return FilingFacts.among(facts).collect(Collectors.toMap(Fact::key, Function.identity()));
    }

    static List<RegisterEntry> registers(List<Fact> facts, Instant now) {
        List<RegisterLedger.Entry> counting = RegisterLedger.of(RegisterFacts.of(facts), now);
        return RegisterFacts.among(facts)
                .map(fact -> registered(fact, RegisterFacts.state(fact), counting))
                .toList();
    }

    private static RegisterEntry registered(Fact fact, RegisterState state, List<RegisterLedger.Entry> counting) {
        double points = counting.stream()
                .filter(entry -> entry.state().equals(state))
                .mapToDouble(RegisterLedger.Entry::points)
                .findFirst()
                .orElse(0);
        return new RegisterEntry(
                fact.id(),
                state.signal(),
                state.value(),
                state.since(),
                fact.knownAt(),
                fact.source(),
                fact.detail(),
                points);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static @Nullable Instant asOf(List<Fact> facts) {
        return facts.stream().map(Fact::knownAt).max(Comparator.naturalOrder()).orElse(null);
    }
}
