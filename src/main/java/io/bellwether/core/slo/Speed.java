package io.bellwether.core.slo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How a time divides into fast and slow. A probe's answers are counted by stretches, of an hour at most; each answer of a
 * stretch speaks for an equal part of it, so that a change of the interval tips no scale.
 */
public final class Speed {

    public static final String METHOD =
            "Time-weighted by hours: of the time a good answer speaks for, the share of answers that took longer than the"
                    + " threshold is bad, over all probes of the service together; time without a good answer and excluded time"
                    + " is left out; the threshold is exact to 2 %.";

    private Speed() {}

    /**
     * @param probes the stretches of each probe, in order of time
     * @param span a time of which nothing is excluded
     */
    public static Measured of(Collection<List<Answers>> probes, Span span) {
        double time = 0;
        double slowTime = 0;
        long slow = 0;
        for (List<Answers> stretches : probes) {
            for (Answers stretch : stretches) {
                long millis = stretch.answered(span).toMillis();
                time += millis;
                slowTime += millis * stretch.slowShare();
                slow += stretch.slow();
            }
        }
        Duration answered = answered(probes, span);
        Duration bad = Duration.ofMillis(time == 0 ? 0 : Math.round(answered.toMillis() * slowTime / time));
        return new Measured(answered.minus(bad), bad, span.length().minus(answered), slow);
    }

    /** By any of them. */
    private static Duration answered(Collection<List<Answers>> probes, Span span) {
        List<List<Run>> runs = probes.stream()
                .map(stretches -> stretches.stream()
                        .flatMap(stretch -> stretch.answered().stream())
                        .toList())
                .toList();
        return Account.of(runs, span.from(), span.to()).good();
    }
}
