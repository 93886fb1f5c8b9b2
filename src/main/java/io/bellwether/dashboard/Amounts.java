package io.bellwether.dashboard;

import java.util.Locale;

/** Amounts for people: as many digits as they can compare at a glance. */
final class Amounts {

    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double WHOLE_FROM = 100;

    private Amounts() {}

    /** {@code $3.84 bn}, {@code −$141 m}, {@code $12,345} */
    static String dollars(double amount) {
        return (amount < 0 ? "−$" : "$") + count(Math.abs(amount));
    }

    /** {@code 334 m} */
    static String count(double count) {
        if (Math.abs(count) >= BILLION) {
            return digits(count / BILLION) + " bn";
        }
        if (Math.abs(count) >= MILLION) {
            return digits(count / MILLION) + " m";
        }
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    /** {@code +0.12}, {@code −1.30} */
    static String signed(double value) {
        return (value < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.2f", Math.abs(value));
    }

    /** {@code −2.71} */
    static String plain(double value) {
        return (value < 0 ? "−" : "") + String.format(Locale.ROOT, "%.2f", Math.abs(value));
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= WHOLE_FROM ? "%,.0f" : "%.2f", value);
    }
}
