package io.bellwether.core.score;

import java.util.Set;

/** Filings that say the same in this or that form. */
final class FilingKinds {

    static final Set<String> LATE = Set.of("filing-nt-10-k", "filing-nt-10-q", "filing-nt-20-f");
    static final Set<String> DEPARTURE = Set.of(FilingWeights.DEPARTURE, "filing-8k-5.02-chief");
    private static final Set<String> FORBEARANCE = Set.of("filing-8k-1.01-forbearance", "filing-8k-2.03-forbearance");
    static final Set<String> REMOVAL = Set.of("filing-25", "filing-25-nse");
    static final Set<String> DEREGISTRATION = Set.of("filing-15-12b", "filing-15-12g", "filing-15-15d");
    static final Set<String> ANNUAL = Set.of("filing-10-k", "filing-10-kt", "filing-20-f", "filing-40-f");
    static final Set<String> QUARTERLY = Set.of("filing-10-q");
    /** What is said again as long as it holds, and so is one thing however often it is said. */
    static final Set<String> REPEATED = Set.of(FilingWeights.GOING_CONCERN, FilingWeights.OVERDUE);
    /** A vote or an offer, by which the company may become part of another. Its buyer files some of them too. */
    static final Set<String> MERGER =
            Set.of("filing-defm14a", "filing-sc-to-t", "filing-sc-14d9", FilingWeights.ACQUISITION_ANNOUNCED);

    private static final String ITEM = "filing-8k-";
    private static final String AMENDED_ITEM = "filing-8k-a-";
    private static final int CODE_LENGTH = 4;

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
        if (event.isOneOf(FORBEARANCE)) {
            return "forbearance";
        }
        return leaves(event) ? "leaves" : item(event.signal());
    }

    /** What the text of an item tells more is of the item's kind. */
    private static String item(String signal) {
        boolean ofItem = signal.startsWith(ITEM) && !signal.startsWith(AMENDED_ITEM);
        return ofItem ? signal.substring(0, Math.min(signal.length(), ITEM.length() + CODE_LENGTH)) : signal;
    }
}
