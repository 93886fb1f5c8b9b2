package io.bellwether.core.alert.rule;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a rule that people made judges. It is asked at the end of each step, be it now or when the past is played again, and
 * the answer follows from the history alone.
 */
public sealed interface Detector permits Anomaly, Burn, NoData, ScoreDrop, Threshold {

    Duration DAY = Duration.ofDays(1);

    /** What its alerts are about. */
    Dimension dimension();

    /** Whether it judges each vendor as a whole, by its scores, and not each of its probes. */
    boolean ofVendor();

    /** How long a reading is, and how often it is judged; steps are aligned to multiples of it since 1970. */
    Duration step();

    /** How many verdicts it takes to fire and to resolve. */
    Policy policy();

    /**
     * Which parts of the history a verdict needs.
     *
     * @param every the probe's interval
     */
    List<Span> needs(Instant tick, Duration every);

    /**
     * @param tick the end of a step
     * @param told whether an episode fires or recovers: then what is not quite well yet is still bad
     * @param severity of trouble
     */
    Verdict judge(History history, Instant tick, boolean told, Severity severity);

    /** What a verdict of trouble says, in a sentence for each reader. */
    Voices finding(Verdict verdict);
}
