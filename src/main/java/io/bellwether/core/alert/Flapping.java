package io.bellwether.core.alert;

import java.util.Collection;

/**
 * Whether something changes between bad and good too often to tell of each change. The last 21 results can hold 20 changes;
 * the newest counts 1.2, the oldest 0.8, and all of them together 20.
 *
 * @param start share of the possible changes in percent above which it flaps
 * @param stop below which it flaps no more; less than {@code start}, so that flapping does not flap
 * @see <a href="https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/flapping.html">Nagios Core: Detection
 *     and Handling of State Flapping</a>
 */
public record Flapping(double start, double stop) {

    public static final Flapping DEFAULT = new Flapping(30, 20);

    /** How many changes are looked at. */
    public static final int CHANGES = 20;

    private static final double NEWEST = 1.2;
    private static final double OLDEST = 0.8;

    public Flapping {
        if (!(stop > 0 && stop < start && start < 100)) {
            throw new IllegalArgumentException("0 < stop < start < 100 must hold, not " + stop + " and " + start + ".");
        }
    }

    /**
     * How unsteady it is.
     *
     * @param ages for each change how many results came after the one that changed; 0 for the newest result
     * @return in percent of what is possible
     */
    public static double percent(Collection<Integer> ages) {
        double weights = ages.stream()
                .distinct()
                .filter(age -> age >= 0 && age < CHANGES)
                .mapToDouble(age -> NEWEST - (NEWEST - OLDEST) * age / (CHANGES - 1))
                .sum();
        return weights * 100 / CHANGES;
    }

    public boolean holds(boolean before, double percent) {
        return before ? percent >= stop : percent > start;
    }
}
