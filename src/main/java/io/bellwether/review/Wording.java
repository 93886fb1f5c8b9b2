package io.bellwether.review;

import io.bellwether.slo.Availability.DownMinutes;
import java.util.Locale;

/** Figures in words; both voices use the same, so that they cannot tell different numbers. */
final class Wording {

    private static final double PERCENT = 100;

    private Wording() {}

    /** For example {@code 1 outage}, {@code 3 outages}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A share between 0 and 1, for example {@code 99.942 %}; cut and not rounded, so that 100 % means all. */
    static String share(double share) {
        double cut = Math.floor(share * PERCENT * 1000) / 1000;
        return String.format(Locale.ROOT, cut == PERCENT ? "%.0f %%" : "%.3f %%", cut);
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.0f %%", value);
    }

    /** For example {@code 50 to 62 minutes}. */
    static String minutes(DownMinutes minutes) {
        long least = Math.round(minutes.min());
        long most = Math.round(minutes.max());
        return least == most ? least + " minutes" : least + " to " + most + " minutes";
    }
}
