package io.bellwether.core.score;

import io.bellwether.core.Voices;
import io.bellwether.core.score.RegisterWeight.Gravity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What each entry of a register takes from the financial score while it holds. */
public final class RegisterLedger {

    private static final Duration MONTH = Duration.ofDays(30);

    /**
     * Something that counts.
     *
     * @param points what it takes now, before the score's rounding and scaling
     */
    public record Entry(RegisterState state, RegisterWeight rule, double points) {}

    private RegisterLedger() {}

    /** @param states what the registers say now; an entry that has ended is not among them */
    public static List<Entry> of(List<RegisterState> states, Instant now) {
        boolean others = risks(states).anyMatch(entry -> !isLapsed(entry.rule()));
        return risks(states)
                .map(entry -> new Entry(entry.state(), entry.rule(), points(entry, others, now)))
                .toList();
    }

    /** Whether a company cannot pay its debts, by what the registers say. */
    public static boolean insolvent(List<RegisterState> states) {
        return !insolvencies(states).isEmpty();
    }

    /** Those entries that say that a company cannot pay its debts. */
    public static List<RegisterState> insolvencies(List<RegisterState> states) {
        return risks(states)
                .filter(entry -> entry.rule().gravity() == Gravity.INSOLVENT)
                .map(Entry::state)
                .toList();
    }

    /** Whether they say something that counts even where nobody reads anything else. */
    static boolean grave(List<RegisterState> states) {
        return risks(states).anyMatch(entry -> entry.rule().gravity() != Gravity.WARNING);
    }

    private static Stream<Entry> risks(List<RegisterState> states) {
        return states.stream()
                .flatMap(state -> Stream.ofNullable(RegisterWeights.of(state))
                        .map(rule -> new Entry(state, rule, rule.points())));
    }

    private static double points(Entry entry, boolean others, Instant now) {
        RegisterWeight rule = entry.rule();
        if (isLapsed(rule)) {
            return others ? rule.most() : rule.points();
        }
        long months = Math.max(0, Duration.between(entry.state().since(), now).dividedBy(MONTH));
        return Math.min(rule.most(), rule.points() + months * rule.pointsPerMonth());
    }

    private static boolean isLapsed(RegisterWeight rule) {
        return rule.signal().equals(RegisterWeights.REGISTRATION);
    }

    static Deduction deduction(Entry entry) {
        RegisterState state = entry.state();
        LocalDate day = LocalDate.ofInstant(state.since(), ZoneOffset.UTC);
        Voices text = new Voices(
                entry.rule().name() + ", since " + day + ": " + Phrases.decimal(entry.points(), 1)
                        + " points while it holds.",
                entry.rule().meaning() + " (since " + day + ")");
        return new Deduction(state.signal(), entry.points(), state.since(), state.source(), text);
    }
}
