package io.bellwether.core.alert.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Figures as people read them. */
final class Figures {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Figures() {}

    /** Without an exponent and without zeros at the end. */
    static String plain(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** In the unit that is read best: seconds, percent or points. */
    static String of(double value, Metric.Kind kind) {
        return switch (kind) {
            case MILLISECONDS -> rounded(value / 1000) + " s";
            case SHARE -> percent(value) + " %";
            case POINTS -> plain(Math.rint(value)) + " points";
        };
    }

    /** Three digits that count. */
    static String rounded(double value) {
        return plain(BigDecimal.valueOf(value).round(THREE_DIGITS).doubleValue());
    }

    /** To a thousandth of a percent, for a target may be 99.995 %. */
    static String percent(double share) {
        return plain(BigDecimal.valueOf(share * 100)
                .setScale(3, RoundingMode.HALF_UP)
                .doubleValue());
    }

    static String of(Duration duration) {
        if (duration.toDays() > 0 && duration.toHours() % 24 == 0) {
            return duration.toDays() + (duration.toDays() == 1 ? " day" : " days");
        }
        boolean hours = duration.toHours() > 0 && duration.toMinutes() % 60 == 0;
        return hours ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
