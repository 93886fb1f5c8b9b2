package io.bellwether.core.finance;

import java.util.List;

/** Where a value stands among those of the companies a model was fitted on. */
public record PercentileScale(List<Double> knots) {

    /** @throws IllegalArgumentException when there are fewer than two, or when they fall */
    public PercentileScale {
        knots = List.copyOf(knots);
        if (knots.size() < 2) {
            throw new IllegalArgumentException("a scale needs two knots");
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i) < knots.get(i - 1)) {
                throw new IllegalArgumentException("knot " + i + " is below the one before it");
            }
        }
    }

    /** From 0 to 1, in a straight line between the knots, which are evenly spaced; of equal knots the last counts. */
    double of(double value) {
        int last = knots.size() - 1;
        if (value < knots.getFirst()) {
            return 0;
        }
        int left = last;
        while (knots.get(left) > value) {
            left--;
        }
        if (left == last) {
            return 1;
        }
        double share = (value - knots.get(left)) / (knots.get(left + 1) - knots.get(left));
        return (left + share) / last;
    }
}
