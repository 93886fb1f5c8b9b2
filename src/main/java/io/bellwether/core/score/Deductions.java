package io.bellwether.core.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a score and its exact explanation of raw deductions. */
final class Deductions {

    private static final Comparator<Deduction> HEAVIEST_FIRST = Comparator.comparingDouble(Deduction::points)
            .reversed()
            .thenComparing(Deduction::signal)
            .thenComparing(Deduction::since)
            .thenComparing(Deduction::source);

    private Deductions() {}

    /**
     * 100 minus the rounded sum, at least 0. Every driver is a whole number of points, at least 1, and all of them add up to
     * exactly what is missing from 100; more than 100 is scaled down, and when there are more reasons than points the
     * lightest are left out.
     */
    static DimensionScore score(List<Deduction> deductions, double confidence, Instant asOf) {
        List<Deduction> heaviestFirst = deductions.stream()
                .filter(deduction -> deduction.points() > 0)
                .sorted(HEAVIEST_FIRST)
                .toList();
        double[] points = heaviestFirst.stream().mapToDouble(Deduction::points).toArray();
        int lost = (int) Math.round(Math.min(
                100, heaviestFirst.stream().mapToDouble(Deduction::points).sum()));
        int[] shares = Apportionment.of(points, lost);
        List<Driver> drivers = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            drivers.add(heaviestFirst.get(i).driver(shares[i]));
        }
        return new DimensionScore(100 - lost, Confidence.of(confidence), asOf, List.copyOf(drivers));
    }
}
