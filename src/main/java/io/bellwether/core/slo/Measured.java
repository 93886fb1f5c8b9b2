package io.bellwether.core.slo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stretch of time that an objective judges, without what was excluded of it.
 *
 * @param good time that was good
 * @param bad time that was bad
 * @param unknown the rest, also when there was no probe yet
 * @param badCount the confirmed observations that said bad, of the probe that has the most: several that say so in the same
 *     minute tell of one minute
 */
public record Measured(Duration good, Duration bad, Duration unknown, long badCount) {

    public static final Measured NOTHING = new Measured(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    /** Of availability; parameters as of {@link Account}. */
    public static Measured of(Collection<List<Run>> probes, Collection<Span> excluded, Span span) {
        List<Span> counting = new Spans(excluded).gaps(span);
        long badCount = probes.stream()
                .mapToLong(runs -> badCount(runs, counting))
                .max()
                .orElse(0);
        return of(Account.of(probes, excluded, span.from(), span.to()), badCount);
    }

    private static long badCount(List<Run> runs, List<Span> counting) {
        return runs.stream()
                .filter(run -> run.state() == Run.State.DOWN)
                .mapToLong(run -> counting.stream().mapToLong(run::dueIn).sum())
                .sum();
    }

    public static Measured of(Account account, long badCount) {
        return new Measured(account.good(), account.down(), account.unknown(), badCount);
    }

    /** Of two times that do not overlap. */
    public Measured plus(Measured other) {
        return new Measured(
                good.plus(other.good), bad.plus(other.bad), unknown.plus(other.unknown), badCount + other.badCount);
    }

    /** Share of the known time that was good, 0 to 1; null when nothing is known. */
    public @Nullable Double goodShare() {
        long known = good.plus(bad).toMillis();
        return known == 0 ? null : (double) good.toMillis() / known;
    }

    /** What of the time is accounted for; the rest of it was excluded. */
    public Duration accounted() {
        return good.plus(bad).plus(unknown);
    }

    /** Whether there is something to go by: half of the time at the least. */
    boolean suffices() {
        Duration known = good.plus(bad);
        return known.isPositive() && known.compareTo(unknown) >= 0;
    }

    /** Share of bad time; where too little is known, the least it can be, as if all that is unknown was good. */
    double badShare() {
        long counted = good.plus(bad).plus(suffices() ? Duration.ZERO : unknown).toMillis();
        return counted == 0 ? 0 : (double) bad.toMillis() / counted;
    }
}
