package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each dated fact takes on a day. Of several of one kind only the heaviest counts, so that telling it again costs nothing;
 * of told runways the newest.
 */
public final class FactLedger {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int SILENCE_IN_GAPS = 3;
    private static final double WORN_OFF = 0.5;

    /**
     * A fact that is known.
     *
     * @param countsFrom from when on it has gone on for long enough
     * @param amount what its number has come to: months that are left now, a share of the staff within a year; null without one
     * @param pointsNow what it takes, before the score's caps, rounding and scaling; 0 where another of its kind takes more
     */
    public record Entry(
            DatedFact fact,
            FactWeight rule,
            Instant countsFrom,
            @Nullable Double amount,
            double pointsNow) {

        Entry outweighed() {
            return new Entry(fact, rule, countsFrom, amount, 0);
        }
    }

    private FactLedger() {}

    /** One entry for each fact that has happened and not expired, newest first; kinds that are not known are left out. */
    public static List<Entry> of(List<DatedFact> facts, Instant now) {
        List<DatedFact> known = facts.stream()
                .filter(fact -> fact.holds(now))
                .sorted(Comparator.comparing(DatedFact::occurredAt)
                        .reversed()
                        .thenComparing(DatedFact::signal)
                        .thenComparing(DatedFact::key))
                .toList();
        List<Entry> entries = known.stream()
                .flatMap(fact ->
                        Stream.ofNullable(FactWeights.of(fact.signal())).map(rule -> entry(fact, rule, known, now)))
                .toList();
        Map<String, Entry> counting = new HashMap<>();
        entries.forEach(entry -> counting.merge(entry.rule().signal(), entry, FactLedger::weightier));
        return entries.stream()
                .map(entry -> entry.equals(counting.get(entry.rule().signal())) ? entry : entry.outweighed())
                .toList();
    }

    private static Entry weightier(Entry newer, Entry older) {
        boolean replaces = newer.rule().signal().equals(FactWeights.RUNWAY);
        return replaces || newer.pointsNow() >= older.pointsNow() ? newer : older;
    }

    private static Entry entry(DatedFact fact, FactWeight rule, List<DatedFact> known, Instant now) {
        Instant countsFrom = fact.occurredAt().plus(persistence(fact, rule));
        Double amount = amount(fact, rule, known, now);
        boolean counts = !countsFrom.isAfter(now) && !ended(fact, rule, known);
        double points = counts ? rule.points(amount) * fact.confidence() * left(rule, countsFrom, now) : 0;
        return new Entry(fact, rule, countsFrom, amount, points < WORN_OFF ? 0 : points);
    }

    private static Duration persistence(DatedFact fact, FactWeight rule) {
        if (rule.measure() != FactMeasure.USUAL_GAP_IN_DAYS || fact.amount() == null) {
            return rule.persists();
        }
        Duration gaps = Duration.ofSeconds(Math.round(fact.amount() * SILENCE_IN_GAPS * 86_400));
        return gaps.compareTo(rule.persists()) > 0 ? gaps : rule.persists();
    }

    private static boolean ended(DatedFact fact, FactWeight rule, List<DatedFact> known) {
        return rule.endedBy() != null
                && known.stream()
                        .filter(other -> other.signal().equals(rule.endedBy()))
                        .anyMatch(end -> !end.occurredAt().isBefore(fact.occurredAt()));
    }

    private static @Nullable Double amount(DatedFact fact, FactWeight rule, List<DatedFact> known, Instant now) {
        Double told = fact.amount();
        if (told == null) {
            return null;
        }
        return rule.measure() == FactMeasure.PERCENT_OF_STAFF
                ? withinAYear(fact, known)
                : Double.valueOf(rule.measure().left(told, Duration.between(fact.occurredAt(), now)));
    }

    /** Another round counts as far as it is believed as much as this one. */
    private static double withinAYear(DatedFact fact, List<DatedFact> known) {
        double sum = known.stream()
                .filter(other -> other.signal().equals(fact.signal()))
                .filter(other -> !other.occurredAt().isAfter(fact.occurredAt()))
                .filter(other ->
                        Duration.between(other.occurredAt(), fact.occurredAt()).compareTo(YEAR) <= 0)
                .mapToDouble(other -> Objects.requireNonNullElse(other.amount(), 0.0) * belief(other, fact))
                .sum();
        return Math.min(sum, FactMeasure.PERCENT_OF_STAFF.most());
    }

    private static double belief(DatedFact other, DatedFact fact) {
        return other.confidence() >= fact.confidence() ? 1 : other.confidence() / fact.confidence();
    }

    private static double left(FactWeight rule, Instant countsFrom, Instant now) {
        return rule.halfLife() == null ? 1 : FilingLedger.decay(countsFrom, rule.halfLife(), now);
    }

    /** @param points what it takes once all others are known */
    static Deduction deduction(Entry entry, double points) {
        DatedFact fact = entry.fact();
        LocalDate day = LocalDate.ofInstant(fact.occurredAt(), ZoneOffset.UTC);
        Voices text = new Voices(
                entry.rule().name() + ", " + day + amount(entry) + ": confidence "
                        + Phrases.decimal(fact.confidence(), 2) + wearsOff(entry.rule()) + ", "
                        + Phrases.decimal(points, 1) + " points.",
                entry.rule().meaning() + " (" + day + ")");
        return new Deduction(fact.signal(), points, fact.occurredAt(), fact.source(), text);
    }

    private static String amount(Entry entry) {
        return entry.amount() == null
                ? ""
                : " (" + Phrases.decimal(entry.amount(), 1) + " "
                        + entry.rule().measure().unit() + ")";
    }

    private static String wearsOff(FactWeight rule) {
        return rule.halfLife() == null ? "" : ", half-life " + rule.halfLife().toDays() + " d";
    }
}
