package io.bellwether.core.score.slip;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 2,000 made-up vendors with a year of weeks to learn what is usual and four years to be watched, the same ones every time.
 * Their weeks scatter by 4 points, each resembling the one before as much as is asked for.
 */
final class SlipSimulation {

    private static final int VENDORS = 2_000;
    private static final int YEAR = 52;
    private static final int WATCHED = 4 * YEAR;
    private static final int LAST_CHANGE = 3 * YEAR;
    private static final int PROMPT = 26;
    private static final double LEVEL = 80;
    private static final double SIGMA = 4;

    private SlipSimulation() {}

    /**
     * What became of vendors that all change alike.
     *
     * @param caught share told within 26 weeks of the change
     * @param delay weeks until half of all were told; a year when fewer were told in a year
     */
    record Result(double caught, int delay) {}

    /** Share of the vendors that are said to slip within four years although nothing changes. */
    static double falseAlarms(double autocorrelation) {
        long alarmed = IntStream.range(0, VENDORS)
                .parallel()
                .filter(seed -> told(new Random(seed), autocorrelation, WATCHED, _ -> 0) < WATCHED)
                .count();
        return (double) alarmed / VENDORS;
    }

    /** @param change in points, by whole weeks since it began, which is any week of the first three years of watching */
    static Result slips(double autocorrelation, IntToDoubleFunction change) {
        int[] delays = IntStream.range(VENDORS, 2 * VENDORS)
                .parallel()
                .map(seed -> delay(new Random(seed), autocorrelation, change))
                .filter(delay -> delay > 0)
                .sorted()
                .toArray();
        long prompt = IntStream.of(delays).filter(delay -> delay <= PROMPT).count();
        return new Result((double) prompt / delays.length, delays[delays.length / 2]);
    }

    /** How many weeks of the change were heard until it was told; 0 or less when a slip was told before it. */
    private static int delay(Random random, double autocorrelation, IntToDoubleFunction change) {
        int start = random.nextInt(LAST_CHANGE);
        IntToDoubleFunction moved = week -> week < start ? 0 : change.applyAsDouble(week - start);
        return Math.min(YEAR, told(random, autocorrelation, start + YEAR, moved) + 1 - start);
    }

    /** The first watched week after which it slips; the number of weeks watched when there is none. */
    private static int told(Random random, double autocorrelation, int watched, IntToDoubleFunction moved) {
        SlipDetector detector = new SlipDetector();
        double noise = random.nextGaussian();
        for (int week = -YEAR; week < watched; week++) {
            detector.hear(new Week(week, LEVEL + moved.applyAsDouble(week) + SIGMA * noise));
            if (week >= 0 && detector.slips()) {
                return week;
            }
            double news = Math.sqrt(1 - autocorrelation * autocorrelation) * random.nextGaussian();
            noise = autocorrelation * noise + news;
        }
        return watched;
    }
}
