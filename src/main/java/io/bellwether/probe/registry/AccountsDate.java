package io.bellwether.probe.registry;

import io.bellwether.probe.registry.Company.Listing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a company has shortened a financial year long after its end. That puts off the day on which the accounts are due,
 * which is why it is done when they are not ready; one that is shortened early, for a new owner's calendar, says nothing.
 */
final class AccountsDate {

    private static final String SIGNAL = "company-accounts-date";
    private static final String CHANGE = "change-account-reference-date-";
    private static final String SHORTENED = "-shortened";
    /** A month before the accounts of a public company are due, four before those of a private one. */
    private static final int LATE_DAYS = 150;

    private static final int FRESH_DAYS = 365;

    private AccountsDate() {}

    static void add(States states, Listing filings) {
        List<Answer> shortened = filings.items().stream()
                .filter(AccountsDate::isShortening)
                .filter(filing -> mayBeFresh(filing.day("date"), states.today()))
                .toList();
        shortened.stream()
                .filter(AccountsDate::isLate)
                .max(Comparator.comparing(AccountsDate::filed))
                .ifPresentOrElse(filing -> states.add(SIGNAL, "SHORTENED", filed(filing), evidence(filing)), () -> {
                    if (shortened.stream().allMatch(AccountsDate::isDated)) {
                        states.add(SIGNAL, "STEADY", null, Map.of());
                    } else {
                        states.unknown(SIGNAL, "The register does not tell when a financial year was shortened.");
                    }
                });
    }

    private static boolean isShortening(Answer filing) {
        String description = String.valueOf(filing.text("description"));
        return description.startsWith(CHANGE) && description.endsWith(SHORTENED);
    }

    private static boolean mayBeFresh(@Nullable LocalDate filed, LocalDate today) {
        return filed == null || (!filed.isAfter(today) && filed.isAfter(today.minusDays(FRESH_DAYS)));
    }

    private static boolean isDated(Answer filing) {
        return filing.day("date") != null && end(filing) != null;
    }

    private static boolean isLate(Answer filing) {
        LocalDate end = end(filing);
        return filing.day("date") != null && end != null && !filed(filing).isBefore(end.plusDays(LATE_DAYS));
    }

    private static LocalDate filed(Answer filing) {
        LocalDate day = filing.day("date");
        return day == null ? LocalDate.MIN : day;
    }

    /** Of the year, before it was shortened. */
    private static @Nullable LocalDate end(Answer filing) {
        return filing.part("description_values").day("made_up_date");
    }

    private static Map<String, @Nullable Object> evidence(Answer filing) {
        Map<String, @Nullable Object> evidence = new HashMap<>();
        evidence.put("madeUpTo", end(filing));
        evidence.put("shortenedTo", filing.part("description_values").day("new_date"));
        return evidence;
    }
}
