package io.bellwether.core.score;

import io.bellwether.core.Voices;
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
 * How well a vendor protects itself, seen from outside. From 100 are taken the points that the rule sets publish for what the
 * checks say, each check once with its worst answer over all of the vendor's hosts and domains, and what is left of reported
 * incidents, which halve with their half-life.
 *
 * <p>A check that says UNKNOWN, or that has not been confirmed for a week, takes nothing; it lowers the confidence, see
 * {@link SecurityCoverage}.
 */
public final class SecurityScore {

    private static final Duration STALE_AFTER = Duration.ofDays(7);

    /** An incident grave enough to be reported says more than any header; half a year later much of it is mended. */
    static final double INCIDENT_POINTS = 30;

    static final Duration INCIDENT_HALF_LIFE = Duration.ofDays(180);

    /** The signal of a verified breach in a public list; other incidents the vendor has reported itself. */
    public static final String BREACH = "breach";

    /** The signal of a breach that the list takes back: their keys differ in the signal they begin with. */
    public static final String WITHDRAWN = "breach-withdrawn";

    /** What else happens is told for context: nobody has confirmed it, it happens every other month, or it says nothing of the vendor. */
    private static final Set<String> INCIDENTS = Set.of("filing-8k-1.05", BREACH);

    private SecurityScore() {}

    /**
     * @param events reported incidents; those that are only told for context are left out
     */
    public static DimensionScore of(List<SecurityCheck> checks, List<FilingEvent> events, Instant now) {
        List<SecurityCheck> known =
                checks.stream().filter(check -> known(check, now)).toList();
        Set<String> withdrawn = events.stream()
                .filter(event -> event.signal().equals(WITHDRAWN))
                .map(event -> event.key().replace(WITHDRAWN + ":", BREACH + ":"))
                .collect(Collectors.toUnmodifiableSet());
        List<FilingEvent> incidents = events.stream()
                .filter(event -> INCIDENTS.contains(event.signal()))
                .filter(event -> !event.occurredAt().isAfter(now))
                .filter(event -> !withdrawn.contains(event.key()))
                .toList();
        if (known.isEmpty()) {
            return unchecked(incidents);
        }
        Instant asOf = Stream.concat(
                        known.stream().map(SecurityCheck::confirmedAt),
                        incidents.stream().map(FilingEvent::occurredAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Deduction> deductions = new ArrayList<>();
        worst(known).forEach(check -> deductions.add(deduction(check)));
        incidents.forEach(incident -> deductions.add(deduction(incident, now)));
        return Deductions.score(deductions, SecurityCoverage.of(known), asOf);
    }

    /** What was reported is told, and does not stand for what nobody has looked at: a score of it alone would be a good one. */
    private static DimensionScore unchecked(List<FilingEvent> incidents) {
        FilingEvent newest = incidents.stream()
                .max(Comparator.comparing(FilingEvent::occurredAt))
                .orElse(null);
        String reported = newest == null ? "" : " The newest incident that was reported is of " + day(newest) + ".";
        return DimensionScore.unknown(
                newest == null ? null : newest.occurredAt(),
                new Voices(
                        "No security check has answered in the last 7 days." + reported,
                        "Its security could not be checked in the last week." + reported));
    }

    private static String day(FilingEvent incident) {
        return incident.occurredAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static boolean known(SecurityCheck check, Instant now) {
        return check.value().known() && !check.confirmedAt().isBefore(now.minus(STALE_AFTER));
    }

    private static Collection<SecurityCheck> worst(List<SecurityCheck> checks) {
        return checks.stream()
                .collect(Collectors.toMap(
                        SecurityCheck::signal,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingDouble(SecurityCheck::points))))
                .values();
    }

    private static Deduction deduction(SecurityCheck check) {
        Voices text = new Voices(
                check.name() + ": " + check.value() + " since " + check.since() + " ("
                        + Phrases.decimal(check.points(), 1) + " points).",
                check.meaning());
        return new Deduction(check.signal(), check.points(), check.since(), check.source(), text);
    }

    private static Deduction deduction(FilingEvent incident, Instant now) {
        double left = INCIDENT_POINTS * FilingLedger.decay(incident.occurredAt(), INCIDENT_HALF_LIFE, now);
        String day = day(incident);
        Voices text = new Voices(
                "Security incident " + incident.signal() + " on " + day + ": "
                        + Phrases.decimal(INCIDENT_POINTS, 0) + " points, half-life "
                        + INCIDENT_HALF_LIFE.toDays() + " d, " + Phrases.decimal(left, 1) + " left.",
                (incident.signal().equals(BREACH)
                                ? "Data that it kept was stolen on "
                                : "It reported an attack on its systems on ")
                        + day + ".");
        return new Deduction(incident.signal(), left < 0.5 ? 0 : left, incident.occurredAt(), incident.source(), text);
    }
}
