package io.bellwether.core.score.explain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds points, gained or lost, to whole ones by largest remainder (Hamilton's method). */
final class WholePoints {

    /** What is less than this is an error of floating point. */
    static final double NOTHING = 1e-9;

    private WholePoints() {}

    /**
     * @param points whose sum is less than 1 away from the total
     * @return each less than 1 away from its points and never of the other sign; they add up to {@code total}
     */
    static int[] of(List<Double> points, int total) {
        double[] exact = points.stream()
                .mapToDouble(point -> Math.rint(point / NOTHING) * NOTHING)
                .toArray();
        int[] whole = new int[exact.length];
        int left = total;
        for (int i = 0; i < exact.length; i++) {
            whole[i] = (int) Math.floor(exact[i] + NOTHING / 2);
            left -= whole[i];
        }
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> whole[i] - exact[i]))
                .limit(left)
                .forEach(i -> whole[i]++);
        return whole;
    }
}
