package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How sound a vendor's finances look by what it had to file. From 100 is taken what the {@link FilingLedger} says is left of
 * each filing, by the weights in {@link FilingWeights}, and what registers of companies say now, by {@link RegisterWeights}. A
 * {@link FilingState} overrides that: a bankruptcy filing leaves at most 5 until the proceedings are over; after an
 * acquisition, or a deregistration that no bankruptcy explains, there is no score, unless a register says worse.
 *
 * <p>Nobody who watches its filings means UNKNOWN: silence is not bad news. With filings watched and none that counts the score is 100. Confidence is 0.7 at most, because filings alone say
 * nothing about cash and debt; it falls from the third day without a successful look to nothing on the thirtieth.
 */
public final class FinancialScore {

    private static final Curve CONFIDENCE_BY_DAYS = new Curve(Map.of(3.0, 0.7, 30.0, 0.0));
    private static final double EVENTS_ONLY = 0.7;

    private FinancialScore() {}

    /**
     * @param lookedAt when the filings were last read successfully; null when never
     */
    public static DimensionScore of(List<FilingEvent> events, @Nullable Instant lookedAt, Instant now) {
        return of(events, List.of(), lookedAt, now);
    }

    /**
     * @param registers what registers of companies say now
     * @param lookedAt when the filings, or a register of them, were last read successfully; null when never
     */
    public static DimensionScore of(
            List<FilingEvent> events, List<RegisterState> registers, @Nullable Instant lookedAt, Instant now) {
        FilingState state = FilingState.of(events, now).orElse(null);
        boolean worse = RegisterLedger.grave(registers);
        if (state != null && state.endsScore() && !worse) {
            return DimensionScore.unknown(state.since(), state.text());
        }
        boolean bankrupt = state != null && state.kind() == FilingState.Kind.FAILED_OR_RESTRUCTURING;
        double confidence = bankrupt || worse ? EVENTS_ONLY : confidence(lookedAt, now);
        if (confidence == 0) {
            return DimensionScore.unknown(
                    lookedAt,
                    new Voices(
                            "No register of filings has been read successfully in the last 30 days.",
                            "There is no public information about its finances."));
        }
        Stream<Deduction> filings = FilingLedger.of(events, now).stream()
                .filter(entry -> entry.pointsNow() > 0)
                .map(FinancialScore::deduction);
        List<Deduction> deductions = Stream.concat(filings, RegisterLedger.deductions(registers, now))
                .toList();
        DimensionScore score = Deductions.score(deductions, confidence, lookedAt == null ? now : lookedAt);
        return state == null ? score : score.because(state.text());
    }

    private static double confidence(@Nullable Instant lookedAt, Instant now) {
        if (lookedAt == null) {
            return 0;
        }
        return CONFIDENCE_BY_DAYS.at(Duration.between(lookedAt, now).toHours() / 24.0);
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

    private static LocalDate day(FilingEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
