package io.bellwether.history;

import io.bellwether.core.Outcome;
import io.bellwether.core.sketch.TimingCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** What is stored of a time in which a probe found its vendor well once a minute, in about 120 ms. */
public final class WellSlot {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final double MEDIAN_MILLIS = 120;
    private static final double SPREAD = 0.3;

    private final Level level;
    private final int observations;
    private final Rollup rollup;

    private WellSlot(Level level) {
        Random random = new Random(1);
        List<Moment> moments = LongStream.range(0, level.length().dividedBy(EVERY))
                .mapToObj(minute -> moment(Instant.EPOCH.plus(EVERY.multipliedBy(minute)), random))
                .toList();
        this.level = level;
        this.observations = moments.size();
        this.rollup = Roller.rollup(Instant.EPOCH, moments, true);
    }

    /** Sixty observations. */
    public static WellSlot hour() {
        return new WellSlot(Level.HOUR);
    }

    /** Twenty-four hours of them. */
    public static WellSlot day() {
        return new WellSlot(Level.DAY);
    }

    /** Where it belongs. */
    public String table() {
        return level.table();
    }

    /** How many were good: all that there were. */
    public int observations() {
        return observations;
    }

    /** As the table has them. */
    public byte[] timings() {
        return rollup.timings().bytes();
    }

    /** As the table has them. */
    public byte[] runs() {
        return Runs.bytes(rollup.runs(), Instant.EPOCH);
    }

    private static Moment moment(Instant at, Random random) {
        TimingCodes codes = new TimingCodes(
                code(1, random),
                code(0.05, random),
                code(0.1, random),
                code(0.2, random),
                code(0.6, random),
                code(0.05, random));
        return new Moment(1, at, EVERY, Outcome.UP, codes, "");
    }

    private static short code(double share, Random random) {
        return TimingCode.encode(share * MEDIAN_MILLIS * Math.exp(SPREAD * random.nextGaussian()));
    }
}
