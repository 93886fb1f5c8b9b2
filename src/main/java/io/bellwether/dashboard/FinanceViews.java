package io.bellwether.dashboard;

import io.bellwether.core.score.slip.Floor;
import io.bellwether.dashboard.chart.Day;
import io.bellwether.dashboard.chart.SlipChart;
import io.bellwether.fact.EntityFinances;
import io.bellwether.fact.Finances;
import io.bellwether.health.Health;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.HealthService;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of a vendor's finances shows. */
@Singleton
class FinanceViews {

    private static final int DAYS = 365;

    private final VendorRegister vendors;
    private final Finances finances;
    private final EntityFinances entities;
    private final HealthService health;
    private final Clock clock;

    FinanceViews(
            VendorRegister vendors, Finances finances, EntityFinances entities, HealthService health, Clock clock) {
        this.vendors = vendors;
        this.finances = finances;
        this.entities = entities;
        this.health = health;
        this.clock = clock;
    }

    /**
     * @param refused why a table that was sent was not taken; null where none was sent
     * @throws io.bellwether.platform.Problem 404
     */
    FinanceView of(String slug, @Nullable RefusedTable refused) {
        Vendor vendor = vendors.require(slug);
        Health now = health.of(vendor);
        return new FinanceView(
                vendor, finances.of(vendor), now, history(vendor, now), entities.suggested(vendor.id()), refused);
    }

    private SlipChart history(Vendor vendor, Health now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1);
        Map<LocalDate, Integer> indices = new HashMap<>();
        for (HealthPoint point : health.history(vendor.id(), first, today)) {
            if (point.index() != null) {
                indices.put(point.day(), point.index());
            }
        }
        return SlipChart.of(
                first.datesUntil(today.plusDays(1))
                        .map(date -> new Day(date, indices.get(date), null))
                        .toList(),
                Floor.of(vendor.tier()),
                now.slip());
    }
}
