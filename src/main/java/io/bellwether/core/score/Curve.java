package io.bellwether.core.score;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A piecewise-linear function; constant before its first and after its last corner. */
final class Curve {

    private final NavigableMap<Double, Double> corners;

    /** @param corners x to y, at least one */
    Curve(Map<Double, Double> corners) {
        this.corners = new TreeMap<>(corners);
    }

    double at(double x) {
        Map.Entry<Double, Double> left = corners.floorEntry(x);
        Map.Entry<Double, Double> right = corners.ceilingEntry(x);
        if (left == null) {
            return corners.firstEntry().getValue();
        }
        if (right == null) {
            return corners.lastEntry().getValue();
        }
        if (left.getKey().equals(right.getKey())) {
            return left.getValue();
        }
        double share = (x - left.getKey()) / (right.getKey() - left.getKey());
        return left.getValue() + share * (right.getValue() - left.getValue());
    }
}
