package io.bellwether.core.score;

import io.bellwether.core.Voices;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.FinancialPart.PartStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How sound a vendor's finances look. From 100 is taken what four {@link FinancialPart parts} say: up to 40 by the distress
 * scorecard over three annual statements; events, by {@link FilingWeights}, {@link RegisterWeights} and what people tell by
 * {@link FactWeights}; a short {@link Liquidity runway}; and weak signs from outside. A {@link FilingState} overrides that: a
 * bankruptcy filing leaves at most 5 until the proceedings are over; after an acquisition, or a deregistration that no
 * bankruptcy explains, there is no score, unless a register says worse. What a deregistered company had lost goes on to be
 * counted in the index, where that lowers it.
 *
 * <p>What one thing takes is taken once: statements and liquidity speak of the same purse, and of both the heavier counts; what
 * people tell takes only what it exceeds the same in filings and registers by.
 *
 * <p>The confidence is the known and fresh share of the parts. With less than {@link #FLOOR} known of events and statements there is no score: silence is
 * not bad news, and what people tell alone is listed and makes no grade, since one piece of bad news would then lift a vendor of
 * which nothing is known to a fair one. What grows old costs confidence, never points.
 */
public final class FinancialScore {

    /** How the scorecard's rank among the companies that it was fitted on becomes points: the riskier half loses some. */
    static final Map<Double, Double> POINTS_BY_RANK = Map.of(50.0, 0.0, 80.0, 10.0, 95.0, 30.0, 100.0, 40.0);

    /** The signal of what annual statements take. */
    static final String STATEMENTS = "distress-scorecard";

    /** What share of the events and statements must be known, however fresh: no single thing that people tell adds to these. */
    static final double FLOOR = 0.1;

    private static final Set<FinancialPart> FOUNDATION = EnumSet.of(FinancialPart.EVENTS, FinancialPart.STATEMENTS);

    /**
     * How much of its points the scorecard takes by statements that a vendor has told us: it was fitted on listed companies, lacks
     * its best input for private ones, and nobody has audited what it is asked of.
     */
    static final double TOLD_STATEMENTS = 0.5;

    private static final Curve POINTS = new Curve(POINTS_BY_RANK);

    private FinancialScore() {}

    /** By what was filed and registered alone. Parameters as in {@link FinancialEvidence}. */
    public static DimensionScore of(
            List<FilingEvent> events,
            List<RegisterState> registers,
            @Nullable StatementRisk statements,
            @Nullable Instant lookedAt,
            Instant now) {
        return of(new FinancialEvidence(events, registers, statements, null, List.of(), null, lookedAt), now);
    }

    public static DimensionScore of(FinancialEvidence evidence, Instant now) {
        FilingState state = FilingState.of(evidence.filings(), now).orElse(null);
        boolean worse = RegisterLedger.grave(evidence.registers());
        boolean certain = worse || (state != null && state.kind() == FilingState.Kind.FAILED_OR_RESTRUCTURING);
        List<PartStanding> standings = FinancialStandings.of(evidence, certain, now);
        FilingState end = state != null && state.endsScore() && !worse ? state : null;
        if (end != null && end.kind() == FilingState.Kind.ACQUIRED) {
            return DimensionScore.unknown(end.since(), end.text()).of(standings);
        }
        if (known(standings) < FLOOR) {
            return DimensionScore.unknown(FinancialStandings.asOf(standings), insufficient(evidence, now))
                    .of(standings);
        }
        Instant looked = evidence.lookedAt() == null ? FinancialStandings.asOf(standings) : evidence.lookedAt();
        DimensionScore score = Deductions.score(
                FinancialDeductions.of(evidence, now),
                standings.stream().mapToDouble(PartStanding::confidence).sum(),
                looked == null ? now : looked);
        DimensionScore explained = score.of(FinancialStandings.with(standings, score.drivers()));
        if (end != null) {
            return explained.ended(end.text());
        }
        DimensionScore because = state == null ? explained : explained.because(state.text());
        return certain ? because.onlyLowering() : because;
    }

    /** However old it is: what grows old loses confidence, and no score. */
    private static double known(List<PartStanding> standings) {
        return standings.stream()
                .filter(standing -> FOUNDATION.contains(standing.part()))
                .mapToDouble(standing -> standing.weight() * standing.coverage())
                .sum();
    }

    private static Voices insufficient(FinancialEvidence evidence, Instant now) {
        boolean told = !FactLedger.of(evidence.facts(), now).isEmpty();
        return new Voices(
                "Insufficient data: no register of filings has been read successfully yet, and there are no"
                        + " statements to rely on"
                        + (told ? "; the dated facts that are known are listed and make no score." : "."),
                "Insufficient data: there is no public information about its finances"
                        + (told ? ", and the single facts that are known make no grade." : "."));
    }

    static double points(StatementRisk statements) {
        double points = POINTS.at(statements.rank());
        return statements.tier() == EvidenceTier.FILED ? points : points * TOLD_STATEMENTS * statements.confidence();
    }

    static Deduction deduction(StatementRisk statements) {
        double points = points(statements);
        String rank = Phrases.decimal(statements.rank(), 0);
        boolean filed = statements.tier() == EvidenceTier.FILED;
        String told = filed
                ? ""
                : " as the vendor told them (confidence " + Phrases.decimal(statements.confidence(), 2)
                        + ", counted half)";
        Voices text = new Voices(
                "Distress scorecard at rank " + rank + " of 100 for the three years to " + statements.yearEnd() + told
                        + ", most by " + String.join(", ", statements.mainly()) + ": " + Phrases.decimal(points, 1)
                        + " points.",
                (filed ? "Its last three annual statements look" : "The three annual statements that it showed us look")
                        + " riskier than those of " + rank + " of 100 listed companies (to " + statements.yearEnd()
                        + ").");
        return new Deduction(STATEMENTS, points, statements.knownAt(), statements.source(), text);
    }

    static Deduction deduction(FilingLedger.Entry entry) {
        FilingEvent event = entry.event();
        FilingWeight rule = entry.rule();
        String cluster =
                entry.clustered() ? ", raised by " + FilingRules.CURRENT.clusterFactor() + " in a cluster" : "";
        Voices text = new Voices(
                rule.name() + ", filed " + day(event) + ": " + Phrases.decimal(entry.weight(), 1) + " points" + cluster
                        + ", half-life " + rule.halfLife().toDays() + " d, "
                        + Phrases.decimal(entry.pointsNow(), 1) + " left.",
                rule.meaning() + " (" + day(event) + ")");
        return new Deduction(event.signal(), entry.pointsNow(), event.occurredAt(), event.source(), text);
    }

    private static LocalDate day(FilingEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
