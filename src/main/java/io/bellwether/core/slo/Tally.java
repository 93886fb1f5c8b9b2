package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up an account slice by slice; nothing changes within a slice. */
final class Tally {

    private final List<Voice> voices;
    private final Exclusions exclusions;
    private final List<Outage> outages = new ArrayList<>();
    private Duration good = Duration.ZERO;
    private Duration down = Duration.ZERO;
    private Duration unknown = Duration.ZERO;
    private Duration excluded = Duration.ZERO;
    private Instant lastOutageEnd;
    private @Nullable OpenOutage open;

    Tally(List<Voice> voices, Exclusions exclusions, Instant periodBegin) {
        this.voices = voices;
        this.exclusions = exclusions;
        this.lastOutageEnd = periodBegin;
    }

    void add(Span slice) {
        Duration counted = exclusions.remainder(slice.from(), slice.to());
        excluded = excluded.plus(slice.length().minus(counted));
        List<Voice> culprits = saying(Run.State.DOWN, slice.from());
        if (!culprits.isEmpty()) {
            down = down.plus(counted);
            extend(slice, counted, culprits);
            return;
        }
        close(slice.from(), slice.from());
        if (saying(Run.State.GOOD, slice.from()).isEmpty()) {
            unknown = unknown.plus(counted);
        } else {
            good = good.plus(counted);
        }
    }

    private List<Voice> saying(Run.State state, Instant at) {
        return voices.stream().filter(voice -> voice.at(at) == state).toList();
    }

    private void extend(Span slice, Duration counted, List<Voice> culprits) {
        OpenOutage outage = open == null
                ? new OpenOutage(slice.from(), culprits.getFirst().run().reason())
                : open;
        culprits.forEach(culprit -> outage.mayHaveBegun(culprit.earliest()));
        outage.lasts(
                counted,
                culprits.stream()
                        .anyMatch(culprit -> !slice.to().isAfter(culprit.run().lastDue())));
        open = outage;
    }

    private void close(Instant at, @Nullable Instant endedAt) {
        if (open == null) {
            return;
        }
        if (open.counts()) {
            outages.add(open.ended(endedAt, lastOutageEnd, exclusions));
        }
        lastOutageEnd = at;
        open = null;
    }

    Account account(Instant periodEnd) {
        close(periodEnd, null);
        return new Account(good, down, unknown, excluded, List.copyOf(outages));
    }
}
