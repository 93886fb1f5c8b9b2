package io.bellwether.history;

import io.bellwether.core.sketch.Sketch;
import io.bellwether.core.slo.Answers;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many good answers took longer than a threshold, by hours, each probe apart. */
@Singleton
public class ThresholdQuery {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Summaries summaries;

    ThresholdQuery(Summaries summaries) {
        this.summaries = summaries;
    }

    /**
     * @param to exclusive
     * @param threshold exact to 2 %, see {@link Sketch#countUpTo}
     */
    public Collection<List<Answers>> of(Collection<UUID> probes, Instant from, Instant to, Duration threshold) {
        return answers(summaries.hours(probes, from, to), threshold);
    }

    /** Of a vendor's probes of the kinds that decide its availability; else as {@link #of}. */
    public Collection<List<Answers>> ofVendor(UUID vendorId, Instant from, Instant to, Duration threshold) {
        return answers(summaries.hoursOfVendor(vendorId, from, to), threshold);
    }

    private static Collection<List<Answers>> answers(Map<UUID, List<Rollup>> probes, Duration threshold) {
        double milliseconds = threshold.toNanos() / NANOS_PER_MILLI;
        return probes.values().stream()
                .map(hours ->
                        hours.stream().map(hour -> answers(hour, milliseconds)).toList())
                .toList();
    }

    private static Answers answers(Rollup hour, double milliseconds) {
        Sketch durations = hour.timings().duration();
        long all = durations.count();
        return new Answers(hour.runs(), all - durations.countUpTo(milliseconds), all);
    }
}
