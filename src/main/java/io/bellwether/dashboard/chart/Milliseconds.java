package io.bellwether.dashboard.chart;

import java.util.Locale;

/** Durations for people: {@code 4.2 ms}, {@code 184 ms}, {@code 12.3 s}. */
public final class Milliseconds {

    private static final double SECONDS_FROM = 10_000;

    private Milliseconds() {}

    public static String text(double milliseconds) {
        if (milliseconds >= SECONDS_FROM) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / 1_000);
        }
        return String.format(Locale.ROOT, milliseconds < 9.95 ? "%.1f ms" : "%.0f ms", milliseconds);
    }
}
