package io.bellwether.health;

import io.bellwether.platform.Problem;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What moved a vendor's index from one day to another, from what was stored on these days. */
@Singleton
class HealthChanges {

    private final Snapshots snapshots;

    HealthChanges(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param anyFirst whether the oldest day will do when nothing is as old as the first that is asked for
     * @throws Problem 400 when nothing is stored of that day or before
     */
    HealthChange between(Vendor vendor, Days days, boolean anyFirst) {
        Health first = snapshots
                .newestOn(vendor.id(), days.first())
                .or(() -> anyFirst ? snapshots.oldest(vendor.id()) : Optional.empty())
                .filter(health -> !day(health).isAfter(days.last()))
                .orElseThrow(() -> unknown(vendor));
        Health last = snapshots.newestOn(vendor.id(), days.last()).orElse(first);
        List<Health> between = snapshots.aroundChangesOfRules(vendor.id(), day(first), day(last));
        return HealthChange.of(
                HealthChange.Side.of(days.first(), first),
                HealthChange.Side.of(days.last(), last),
                first,
                between,
                last);
    }

    private Problem unknown(Vendor vendor) {
        return Problem.invalid(
                "from",
                snapshots
                        .oldest(vendor.id())
                        .map(oldest -> "Nothing is stored of that day or before; the first day is " + day(oldest) + ".")
                        .orElse("Nothing is stored of this vendor yet."));
    }

    private static LocalDate day(Health health) {
        return LocalDate.ofInstant(health.asOf(), ZoneOffset.UTC);
    }
}
