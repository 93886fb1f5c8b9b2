package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a private vendor's last round of financing may last: an estimate to be shown with its assumptions, never a score. It
 * is taken to spend nine tenths of what was raised on its people, as far as its sales do not pay for them.
 *
 * @param raisedAt when
 * @param raised in millions of US dollars
 * @param people how many work there
 * @param revenue of a year in millions of US dollars; null where it is not known, and counted as none
 * @param least months that are left when each costs {@link #DEAR} a year; 0 when they are over, null when the sales pay for all
 * @param most the same when each costs {@link #CHEAP} a year
 * @param assumption what it rests on, for people
 */
public record ImpliedRunway(
        Instant raisedAt,
        double raised,
        double people,
        @Nullable Double revenue,
        @Nullable Double least,
        @Nullable Double most,
        String assumption) {

    /** With all that goes with a place to work, in millions of US dollars a year. */
    static final double CHEAP = 0.09;

    static final double DEAR = 0.22;

    private static final double SPENT = 0.9;
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;
    private static final String PEOPLE =
            "An estimate: nine tenths of the last round are spent on people, who cost 90,000 to 220,000 US dollars a year each";

    /** Empty where the amount of the last round or the number of people is not known. */
    public static Optional<ImpliedRunway> of(List<DatedFact> facts, Instant now) {
        Double revenue = newest(FactWeights.REVENUE, facts, now)
                .map(ImpliedRunway::amount)
                .orElse(null);
        return newest(FactWeights.FUNDING, facts, now)
                .flatMap(round ->
                        newest(FactWeights.HEADCOUNT, facts, now).map(people -> of(round, people, revenue, now)));
    }

    private static ImpliedRunway of(DatedFact round, DatedFact people, @Nullable Double revenue, Instant now) {
        double raised = amount(round);
        double count = amount(people);
        double since = Duration.between(round.occurredAt(), now).toDays() / DAYS_OF_A_MONTH;
        double earned = revenue == null ? 0 : revenue;
        String sales = revenue == null
                ? "; sales and what was left before the round are not counted."
                : ", less the sales of a year; what was left before the round is not counted.";
        return new ImpliedRunway(
                round.occurredAt(),
                raised,
                count,
                revenue,
                left(raised, count * DEAR - earned, since),
                left(raised, count * CHEAP - earned, since),
                PEOPLE + sales);
    }

    private static @Nullable Double left(double raised, double spentInAYear, double monthsSince) {
        return spentInAYear <= 0
                ? null
                : (Double) (double) Math.max(0, Math.round(raised * SPENT / spentInAYear * 12 - monthsSince));
    }

    private static Optional<DatedFact> newest(String signal, List<DatedFact> facts, Instant now) {
        return facts.stream()
                .filter(fact -> fact.signal().equals(signal) && fact.holds(now) && amount(fact) > 0)
                .max(Comparator.comparing(DatedFact::occurredAt));
    }

    private static double amount(DatedFact fact) {
        return fact.amount() == null ? 0 : fact.amount();
    }
}
