package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a score is not 100.
 *
 * @param signal what moved it, for example {@code outage} or {@code filing-8k-1.03}
 * @param contribution points taken from 100, at least 1; the drivers of a score add up to exactly 100 minus the score
 * @param since when it began
 * @param source where the evidence is
 * @param text the reason in both voices
 * @param advice what should be done about it; null where nobody has asked: it follows from the signal, see {@link AdviceTable}
 */
public record Driver(
        String signal,
        int contribution,
        Instant since,
        String source,
        Voices text,
        @Nullable Advice advice) {

    public Driver(String signal, int contribution, Instant since, String source, Voices text) {
        this(signal, contribution, since, source, text, null);
    }

    /**
     * With what should be done about it.
     *
     * @param vendor the slug of whose driver it is
     */
    Driver advised(String vendor) {
        return new Driver(
                signal,
                contribution,
                since,
                source,
                text,
                AdviceTable.of(signal).about(vendor));
    }
}
