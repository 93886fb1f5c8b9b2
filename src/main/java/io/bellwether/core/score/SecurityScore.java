package io.bellwether.core.score;

import io.bellwether.core.Voices;
import io.bellwether.core.posture.CheckOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How well a vendor protects itself, seen from outside. From 100 are taken the weights in {@link SecurityWeights} of the
 * checks that fail or warn, each check once with its worst answer, and what is left of reported incidents, which halve with
 * their half-life.
 *
 * <p>A check that says UNKNOWN, or that has not been confirmed for a week, takes nothing; confidence is the share of the
 * expected checks that are known.
 */
public final class SecurityScore {

    private static final Duration STALE_AFTER = Duration.ofDays(7);

    private SecurityScore() {}

    /**
     * @param events reported incidents
     */
    public static DimensionScore of(List<SecurityCheck> checks, List<FilingEvent> events, Instant now) {
        List<SecurityCheck> known =
                checks.stream().filter(check -> known(check, now)).toList();
        List<FilingEvent> incidents = events.stream()
                .filter(event -> !event.occurredAt().isAfter(now))
                .toList();
        Instant asOf = Stream.concat(
                        known.stream().map(SecurityCheck::confirmedAt),
                        incidents.stream().map(FilingEvent::occurredAt))
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (asOf == null) {
            return DimensionScore.unknown(
                    null,
                    new Voices(
                            "No security check has answered in the last 7 days.",
                            "Its security could not be checked in the last week."));
        }
        List<Deduction> deductions = new ArrayList<>();
        worst(known).forEach(check -> deductions.add(deduction(check)));
        incidents.forEach(incident -> deductions.add(deduction(incident, now)));
        return Deductions.score(deductions, confidence(known), asOf);
    }

    private static boolean known(SecurityCheck check, Instant now) {
        return check.value() != CheckOutcome.UNKNOWN
                && !check.confirmedAt().isBefore(now.minus(STALE_AFTER));
    }

    private static Collection<SecurityCheck> worst(List<SecurityCheck> checks) {
        Comparator<SecurityCheck> byPoints = Comparator.comparingDouble(
                check -> SecurityWeights.of(check.signal()).points(check.value()));
        return checks.stream()
                .collect(Collectors.toMap(SecurityCheck::signal, Function.identity(), BinaryOperator.maxBy(byPoints)))
                .values();
    }

    private static double confidence(List<SecurityCheck> known) {
        Set<String> expected = SecurityWeights.expected();
        long answered = known.stream()
                .map(SecurityCheck::signal)
                .distinct()
                .filter(expected::contains)
                .count();
        return (double) answered / expected.size();
    }

    private static Deduction deduction(SecurityCheck check) {
        SecurityWeight weight = SecurityWeights.of(check.signal());
        double points = weight.points(check.value());
        Voices text = new Voices(
                weight.name() + ": " + check.value() + " since " + check.since() + " (" + Phrases.decimal(points, 0)
                        + " points).",
                weight.meaning());
        return new Deduction(check.signal(), points, check.since(), check.source(), text);
    }

    private static Deduction deduction(FilingEvent incident, Instant now) {
        double left = SecurityWeights.INCIDENT_POINTS
                * FilingLedger.decay(incident.occurredAt(), SecurityWeights.INCIDENT_HALF_LIFE, now);
        String day = incident.occurredAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
        Voices text = new Voices(
                "Security incident " + incident.signal() + " on " + day + ": "
                        + Phrases.decimal(SecurityWeights.INCIDENT_POINTS, 0) + " points, half-life "
                        + SecurityWeights.INCIDENT_HALF_LIFE.toDays() + " d, " + Phrases.decimal(left, 1) + " left.",
                "It reported an attack on its systems on " + day + ".");
        return new Deduction(incident.signal(), left < 0.5 ? 0 : left, incident.occurredAt(), incident.source(), text);
    }
}
