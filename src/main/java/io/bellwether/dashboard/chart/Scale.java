package io.bellwether.dashboard.chart;

import java.util.Locale;

/** Maps values of a linear range onto a length of the drawing. */
record Scale(double from, double to, double start, double end) {

    double at(double value) {
        if (to == from) {
            return (start + end) / 2;
        }
        return start + (value - from) / (to - from) * (end - start);
    }

    /** A coordinate for markup: at most one decimal, independent of any locale. */
    static String text(double coordinate) {
        double rounded = Math.round(coordinate * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? String.valueOf((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }
}
