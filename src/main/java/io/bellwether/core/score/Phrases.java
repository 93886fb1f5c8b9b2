package io.bellwether.core.score;

import java.util.Locale;

/** Figures in words, the same everywhere. */
public final class Phrases {

    private Phrases() {}

    /** For example {@code 45 minutes}, {@code 3 hours 20 minutes}, {@code 2 days 4 hours}. */
    public static String minutes(double minutes) {
        long whole = Math.max(1, Math.round(minutes));
        if (whole < 60) {
            return count(whole, "minute");
        }
        if (whole < 24 * 60) {
            return pair(count(whole / 60, "hour"), whole % 60, "minute");
        }
        return pair(count(whole / (24 * 60), "day"), whole % (24 * 60) / 60, "hour");
    }

    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    public static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    public static String percent(double share, int digits) {
        return decimal(share * 100, digits) + " %";
    }

    private static String pair(String first, long rest, String noun) {
        return rest == 0 ? first : first + " " + count(rest, noun);
    }
}
