package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Instant;

/**
 * One reason why a score is not 100.
 *
 * @param signal what moved it, for example {@code outage} or {@code filing-8k-1.03}
 * @param contribution points taken from 100, at least 1; the drivers of a score add up to exactly 100 minus the score
 * @param since when it began
 * @param source where the evidence is
 * @param text the reason in both voices
 */
public record Driver(String signal, int contribution, Instant since, String source, Voices text) {}
