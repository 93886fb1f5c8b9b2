package io.bellwether.alert;

import io.bellwether.core.alert.rule.Played;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A rule that is to be tried on the past.
 *
 * @param every how often it judges each of its targets
 * @param play what it would have done with one of them
 */
record Trial(List<Target> watched, Span period, Duration every, Function<Target, List<Played>> play) {

    long verdicts() {
        return watched.stream()
                .mapToLong(target -> period.length().dividedBy(every.isZero() ? target.every() : every))
                .sum();
    }
}
