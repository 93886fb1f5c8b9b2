package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The periods that reports speak of, by their days: fiscal years of 52 and 53 weeks have other lengths than the calendar's. */
enum Length {
    QUARTER(80, 100),
    HALF(170, 190),
    NINE_MONTHS(260, 285),
    YEAR(350, 380);

    private final int least;
    private final int most;

    Length(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Of a period with both days in it; empty where no report has such a one. */
    static Optional<Length> of(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return Arrays.stream(values()).filter(length -> length.holds(days)).findFirst();
    }

    boolean holds(long days) {
        return days >= least && days <= most;
    }

    /** The one a quarter shorter; empty for a quarter. */
    Optional<Length> shorter() {
        return switch (this) {
            case QUARTER -> Optional.empty();
            case HALF -> Optional.of(QUARTER);
            case NINE_MONTHS -> Optional.of(HALF);
            case YEAR -> Optional.of(NINE_MONTHS);
        };
    }
}
