package io.bellwether.core.score;

import java.util.Set;

/** Filings that say the same in this or that form. */
final class FilingKinds {

    static final Set<String> LATE = Set.of("filing-nt-10-k", "filing-nt-10-q", "filing-nt-20-f");
    static final Set<String> REMOVAL = Set.of("filing-25", "filing-25-nse");
    static final Set<String> DEREGISTRATION = Set.of("filing-15-12b", "filing-15-12g", "filing-15-15d");
    static final Set<String> ANNUAL = Set.of("filing-10-k", "filing-10-kt", "filing-20-f", "filing-40-f");
    static final Set<String> QUARTERLY = Set.of("filing-10-q");
    /** What is said again as long as it holds, and so is one thing however often it is said. */
    static final Set<String> REPEATED = Set.of(FilingWeights.GOING_CONCERN, FilingWeights.OVERDUE);
    /** A vote or an offer, by which the company may become part of another. Its buyer files some of them too. */
    static final Set<String> MERGER =
            Set.of("filing-defm14a", "filing-sc-to-t", "filing-sc-14d9", FilingWeights.ACQUISITION_ANNOUNCED);

    private FilingKinds() {}

    static boolean periodic(FilingEvent event) {
        return event.isOneOf(ANNUAL) || event.isOneOf(QUARTERLY);
    }

    static boolean leaves(FilingEvent event) {
        return event.isOneOf(REMOVAL) || event.isOneOf(DEREGISTRATION);
    }

    /** One trouble that shows in several forms: a report that stays late, shares that leave the market. */
    static String trouble(FilingEvent event) {
        if (event.isOneOf(LATE) || event.signal().equals(FilingWeights.OVERDUE)) {
            return "late";
        }
        return leaves(event) ? "leaves" : event.signal();
    }
}
