package io.bellwether.core.sketch;

import org.jspecify.annotations.Nullable;

/**
 * A duration as a 16-bit code on a logarithmic scale, for columns that hold many: from 1 µs (code 2) to one hour (code
 * {@link Short#MAX_VALUE}) in equal ratios of 0.067 %, so a decoded value differs by at most 0.034 % from the encoded one.
 * Code {@value #ABSENT} stands for no duration, code {@value #NOTHING} for less than 1 µs. A longer duration never has a
 * lower code.
 */
public final class TimingCode {

    private static final short ABSENT = 0;
    private static final short NOTHING = 1;
    private static final short FIRST = 2;

    private static final double LEAST_MILLIS = 0.001;
    private static final double PER_MILLI = 1 / LEAST_MILLIS;
    private static final double MOST_MILLIS = 3_600_000;
    private static final double LOG_STEP = Math.log(MOST_MILLIS * PER_MILLI) / (Short.MAX_VALUE - FIRST);

    private TimingCode() {}

    /**
     * @param milliseconds above one hour it counts as one hour
     * @throws IllegalArgumentException for NaN
     */
    public static short encode(@Nullable Double milliseconds) {
        if (milliseconds == null) {
            return ABSENT;
        }
        if (milliseconds.isNaN()) {
            throw new IllegalArgumentException("A duration is a number of milliseconds, not NaN.");
        }
        if (milliseconds < LEAST_MILLIS) {
            return NOTHING;
        }
        double within = Math.min(milliseconds, MOST_MILLIS);
        return (short) (FIRST + Math.round(Math.log(within * PER_MILLI) / LOG_STEP));
    }

    /**
     * @return milliseconds, or null for no duration
     * @throws IllegalArgumentException for a code that stands for nothing: a negative one
     */
    public static @Nullable Double decode(short code) {
        if (code < ABSENT) {
            throw new IllegalArgumentException("No duration has the code " + code + ".");
        }
        return switch (code) {
            case ABSENT -> null;
            case NOTHING -> 0.0;
            default -> LEAST_MILLIS * Math.exp((code - FIRST) * LOG_STEP);
        };
    }
}
