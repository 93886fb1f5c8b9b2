package io.bellwether.probe.courtesy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says to somebody who wants to contact a host.
 *
 * @param taken whether the contacts were taken from the budget
 * @param used how many contacts there were today before
 * @param tomorrow when the next day begins
 * @param closedUntil until when the host has asked to be left alone; null when it has not
 * @param scannedAt when the scan was made that stands in the way of another; null when none does
 */
record Account(
        boolean taken,
        int used,
        Instant tomorrow,
        @Nullable Instant closedUntil,
        @Nullable Instant scannedAt) {

    Account scanned(Instant at) {
        return new Account(false, used, tomorrow, closedUntil, at);
    }

    /** Why the budget does not suffice, in one sentence. */
    String shortage(String host, int wanted, int budget) {
        int left = Math.max(0, budget - used);
        return left == 0
                ? "The daily budget of %d contacts with %s is used up; next from %s.".formatted(budget, host, tomorrow)
                : "Of the daily budget of %d contacts with %s %d are left, too few for %d; next from %s."
                        .formatted(budget, host, left, wanted, tomorrow);
    }
}
