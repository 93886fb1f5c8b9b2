package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How sound a vendor's finances look by what it had to file. From 100 is taken what the {@link FilingLedger} says is left of
 * each filing, by the weights in {@link FilingWeights}, what registers of companies say now, by {@link RegisterWeights}, and up
 * to 40 by the distress scorecard over its last three annual statements, where all that it needs is known. A
 * {@link FilingState} overrides that: a bankruptcy filing leaves at most 5 until the proceedings are over; after an
 * acquisition, or a deregistration that no bankruptcy explains, there is no score, unless a register says worse.
 *
 * <p>Nobody who watches its filings means UNKNOWN: silence is not bad news. With filings watched and none that counts the score
 * is 100. Confidence is 0.7 at most without statements, because events alone say nothing about cash and debt, and 0.95 with
 * fresh ones: statements that grow old cost confidence, never points. It falls from the third day without a successful look to
 * nothing on the thirtieth.
 */
public final class FinancialScore {

    /** How the scorecard's rank among the companies that it was fitted on becomes points: the riskier half loses some. */
    static final Map<Double, Double> POINTS_BY_RANK = Map.of(50.0, 0.0, 80.0, 10.0, 95.0, 30.0, 100.0, 40.0);

    /** The signal of what annual statements take. */
    static final String STATEMENTS = "distress-scorecard";

    static final double EVENTS_ALONE = 0.7;
    static final double FRESH_STATEMENTS = 0.25;

    private static final Curve POINTS = new Curve(POINTS_BY_RANK);
    private static final Curve LOOK_BY_DAYS = new Curve(Map.of(3.0, 1.0, 30.0, 0.0));
    private static final Curve FRESHNESS_BY_DAYS_TOO_OLD = new Curve(Map.of(0.0, 1.0, 365.0, 0.0));

    private FinancialScore() {}

    /**
     * @param statements null where the scorecard lacks something, or where there are no statements at all
     * @param lookedAt when the filings were last read successfully; null when never
     */
    public static DimensionScore of(
            List<FilingEvent> events,
            List<RegisterState> registers,
            @Nullable StatementRisk statements,
            @Nullable Instant lookedAt,
            Instant now) {
        FilingState state = FilingState.of(events, now).orElse(null);
        boolean worse = RegisterLedger.grave(registers);
        if (state != null && state.endsScore() && !worse) {
            return DimensionScore.unknown(state.since(), state.text());
        }
        boolean bankrupt = state != null && state.kind() == FilingState.Kind.FAILED_OR_RESTRUCTURING;
        double confidence =
                bankrupt || worse ? EVENTS_ALONE : look(lookedAt, now) * (EVENTS_ALONE + freshness(statements, now));
        if (confidence == 0) {
            return DimensionScore.unknown(
                    lookedAt,
                    new Voices(
                            "Insufficient data: no register of filings has been read successfully in the last 30 days.",
                            "Insufficient data: there is no public information about its finances."));
        }
        Stream<Deduction> filings = FilingLedger.of(events, now).stream()
                .filter(entry -> entry.pointsNow() > 0)
                .map(FinancialScore::deduction);
        Stream<Deduction> others = Stream.concat(
                RegisterLedger.deductions(registers, now),
                Stream.ofNullable(statements).map(FinancialScore::deduction));
        List<Deduction> deductions = Stream.concat(filings, others).toList();
        DimensionScore score = Deductions.score(deductions, confidence, lookedAt == null ? now : lookedAt);
        return state == null ? score : score.because(state.text());
    }

    private static double look(@Nullable Instant lookedAt, Instant now) {
        if (lookedAt == null) {
            return 0;
        }
        return LOOK_BY_DAYS.at(Duration.between(lookedAt, now).toHours() / 24.0);
    }

    private static double freshness(@Nullable StatementRisk statements, Instant now) {
        if (statements == null) {
            return 0;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long tooOld = ChronoUnit.DAYS.between(statements.freshUntil(), today);
        return FRESH_STATEMENTS * FRESHNESS_BY_DAYS_TOO_OLD.at((double) tooOld);
    }

    private static Deduction deduction(FilingLedger.Entry entry) {
        FilingEvent event = entry.event();
        FilingWeight rule = entry.rule();
        String cluster = entry.clustered() ? ", raised by " + FilingLedger.CLUSTER_FACTOR + " in a cluster" : "";
        Voices text = new Voices(
                rule.name() + ", filed " + day(event) + ": " + Phrases.decimal(entry.weight(), 1) + " points" + cluster
                        + ", half-life " + rule.halfLife().toDays() + " d, "
                        + Phrases.decimal(entry.pointsNow(), 1) + " left.",
                rule.meaning() + " (" + day(event) + ")");
        return new Deduction(event.signal(), entry.pointsNow(), event.occurredAt(), event.source(), text);
    }

    private static Deduction deduction(StatementRisk statements) {
        double points = POINTS.at(statements.rank());
        String rank = Phrases.decimal(statements.rank(), 0);
        Voices text = new Voices(
                "Distress scorecard at rank " + rank + " of 100 for the three years to " + statements.yearEnd()
                        + ", most by " + String.join(", ", statements.mainly()) + ": " + Phrases.decimal(points, 1)
                        + " points.",
                "Its last three annual statements look riskier than those of " + rank + " of 100 listed companies (to "
                        + statements.yearEnd() + ").");
        return new Deduction(STATEMENTS, points, statements.knownAt(), statements.source(), text);
    }

    private static LocalDate day(FilingEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
