package io.bellwether.core.finance.filed;

import java.util.Locale;

/** How long a company has to report after a period ends: the larger it is, the less. Source: Forms 10-K and 10-Q, General Instruction A. */
public enum FilerCategory {
    LARGE_ACCELERATED(60, 40),
    ACCELERATED(75, 40),
    OTHER(90, 45);

    private final int daysForYear;
    private final int daysForQuarter;

    FilerCategory(int daysForYear, int daysForQuarter) {
        this.daysForYear = daysForYear;
        this.daysForQuarter = daysForQuarter;
    }

    /** Of the SEC's own words, such as {@code Non-accelerated filer<br>Smaller reporting company}; what they do not tell has the most time. */
    public static FilerCategory of(String words) {
        String lower = words.toLowerCase(Locale.ROOT).strip();
        if (lower.startsWith("large accelerated")) {
            return LARGE_ACCELERATED;
        }
        return lower.startsWith("accelerated") ? ACCELERATED : OTHER;
    }

    int daysForYear() {
        return daysForYear;
    }

    int daysForQuarter() {
        return daysForQuarter;
    }
}
