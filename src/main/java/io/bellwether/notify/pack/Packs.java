package io.bellwether.notify.pack;

import io.bellwether.alert.Alerts;
import io.bellwether.core.slo.Span;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** Gathers joint packs. They are made of the alerts each time they are read. */
@ApplicationScoped
public class Packs {

    private final VendorRegister vendors;
    private final Alerts alerts;
    private final Clock clock;

    Packs(VendorRegister vendors, Alerts alerts, Clock clock) {
        this.vendors = vendors;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * A month, as far as it is over.
     *
     * @param which of the vendors
     * @throws Problem 400 when the month has not begun
     */
    @Transactional
    public JointPack of(YearMonth month, ZoneId zone, Predicate<Vendor> which) {
        Instant now = clock.instant();
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        if (!from.isBefore(now)) {
            throw Problem.invalid("month", "The month " + month + " has not begun yet.");
        }
        Span time = new Span(from, end.isBefore(now) ? end : now);
        List<VendorMonth> months = vendors.active().stream()
                .filter(which)
                .map(vendor -> MonthlyFacts.of(vendor, time, alerts.between(vendor.id(), time.from(), time.to())))
                .toList();
        return new JointPack(month.toString(), zone.getId(), from, time.to(), !end.isAfter(now), months);
    }
}
