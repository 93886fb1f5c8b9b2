package io.bellwether.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much an alert comes and goes. It is carried from one episode to the next, or every change would be the first.
 *
 * @param ages for each change among the last results how many results came after it; see {@link Flapping#percent}
 * @param since the first of the changes that are counted; null when none is
 * @param changes how many there were since
 * @param bad how long it was bad since
 * @param pace between the last two results
 * @param unstable whether it comes and goes too often to tell of each change
 */
public record Stability(
        List<Integer> ages, @Nullable Instant since, int changes, Duration bad, Duration pace, boolean unstable) {

    public static final Stability STEADY = new Stability(List.of(), null, 0, Duration.ZERO, Duration.ZERO, false);

    public Stability {
        ages = List.copyOf(ages);
    }

    public double percent() {
        return Flapping.percent(ages);
    }

    /** After one more result that changed nothing. */
    Stability kept(Duration sinceLast, boolean wasBad) {
        return new Stability(older(1), since, changes, wasBad ? bad.plus(sinceLast) : bad, sinceLast, unstable);
    }

    /** After one more result that changed it between bad and good. */
    Stability changed(Duration sinceLast, boolean wasBad, Instant at) {
        Stability older = kept(sinceLast, wasBad);
        return new Stability(
                Stream.concat(Stream.of(0), older.ages.stream()).toList(),
                since == null ? at : since,
                changes + 1,
                older.bad,
                sinceLast,
                unstable);
    }

    Stability unstable(boolean now) {
        return new Stability(ages, since, changes, bad, pace, now);
    }

    /** After an episode, for the next one; nobody looked at the good results between them, so their number is reckoned. */
    Stability carried(Duration pause) {
        long missed = pace.isPositive() ? Math.max(0, pause.dividedBy(pace) - 1) : Flapping.CHANGES;
        List<Integer> left = older((int) Math.min(missed, Flapping.CHANGES));
        return left.isEmpty() || unstable
                ? new Stability(left, null, 0, Duration.ZERO, pace, false)
                : new Stability(left, since, changes, bad, pace, false);
    }

    private List<Integer> older(int results) {
        return ages.stream()
                .map(age -> age + results)
                .filter(age -> age < Flapping.CHANGES)
                .toList();
    }
}
