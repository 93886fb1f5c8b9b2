package io.bellwether.probe.registry;

import io.bellwether.probe.registry.Company.Listing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a company's newest accounts are of a much smaller kind than those before. A step between neighbouring kinds is what
 * a change of a threshold in the law does to thousands, and says nothing.
 */
final class AccountsKind {

    private static final String SIGNAL = "company-accounts-type";
    private static final String PREFIX = "accounts-with-accounts-type-";
    private static final int MUCH = 2;

    /** Until the next accounts are due at the latest. */
    private static final int FRESH_DAYS = 400;

    /** How much they tell, least first. Of kinds that depend on a parent, and of first ones, nothing follows. */
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("dormant", 0),
            Map.entry("micro-entity", 1),
            Map.entry("small", 2),
            Map.entry("total-exemption-small", 2),
            Map.entry("total-exemption-full", 2),
            Map.entry("partial-exemption", 2),
            Map.entry("unaudited-abridged", 2),
            Map.entry("audited-abridged", 2),
            Map.entry("medium", 3),
            Map.entry("full", 3),
            Map.entry("group", 3));

    private record Accounts(String type, LocalDate madeUpTo, LocalDate filedOn) {}

    private AccountsKind() {}

    static void add(States states, Listing filings) {
        List<Accounts> newestFirst = filings.items().stream()
                .flatMap(AccountsKind::accounts)
                .filter(each -> !each.filedOn().isAfter(states.today()))
                .sorted(Comparator.comparing(Accounts::madeUpTo)
                        .thenComparing(Accounts::filedOn)
                        .reversed())
                .toList();
        if (newestFirst.isEmpty()) {
            states.unknown(SIGNAL, "No accounts can be read in the filing history.");
            return;
        }
        Accounts newest = newestFirst.getFirst();
        newestFirst.stream()
                .filter(each -> each.madeUpTo().isBefore(newest.madeUpTo()))
                .findFirst()
                .ifPresentOrElse(
                        before -> compare(states, newest, before),
                        () -> states.unknown(SIGNAL, "There are no earlier accounts to compare with."));
    }

    private static void compare(States states, Accounts newest, Accounts before) {
        Integer now = RANKS.get(newest.type());
        Integer then = RANKS.get(before.type());
        if (now == null || then == null) {
            states.unknown(
                    SIGNAL, "Accounts of type " + newest.type() + " and " + before.type() + " cannot be compared.");
            return;
        }
        boolean fresh = newest.filedOn().isAfter(states.today().minusDays(FRESH_DAYS));
        boolean downgraded = fresh && then - now >= MUCH;
        states.add(
                SIGNAL,
                downgraded ? "DOWNGRADED" : "STEADY",
                downgraded ? newest.filedOn() : null,
                Map.of("type", newest.type(), "before", before.type(), "madeUpTo", newest.madeUpTo()));
    }

    private static Stream<Accounts> accounts(Answer filing) {
        String description = filing.text("description");
        LocalDate madeUpTo = filing.part("description_values").day("made_up_date");
        LocalDate filedOn = filing.day("date");
        return description == null || !description.startsWith(PREFIX) || madeUpTo == null || filedOn == null
                ? Stream.empty()
                : Stream.of(new Accounts(description.substring(PREFIX.length()), madeUpTo, filedOn));
    }
}
