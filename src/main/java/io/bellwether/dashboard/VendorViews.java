package io.bellwether.dashboard;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.core.Phases;
import io.bellwether.core.alert.Condition;
import io.bellwether.dashboard.VendorView.ProbeLine;
import io.bellwether.dashboard.chart.Day;
import io.bellwether.dashboard.chart.HistoryChart;
import io.bellwether.dashboard.chart.PhaseBar;
import io.bellwether.dashboard.portfolio.Portfolio;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.HealthService;
import io.bellwether.health.honesty.HonestyQuery;
import io.bellwether.history.Observation;
import io.bellwether.history.Observations;
import io.bellwether.review.Quarter;
import io.bellwether.review.Reviews;
import io.bellwether.slo.DailyAvailability;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what the page of a vendor shows. */
@Singleton
class VendorViews {

    private static final int DAYS = 90;
    private static final int PAST_ALERTS = 10;
    private static final int FACTS = 20;
    private static final Period FACTS_BACK = Period.ofDays(400);
    private static final int REVIEWS = 8;

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Portfolio portfolio;
    private final HealthService health;
    private final HonestyQuery honesty;
    private final Observations observations;
    private final DailyAvailability daily;
    private final Alerts alerts;
    private final Facts facts;
    private final Reviews reviews;
    private final Clock clock;

    VendorViews(
            VendorRegister vendors,
            ProbeRegister probes,
            Portfolio portfolio,
            HealthService health,
            HonestyQuery honesty,
            Observations observations,
            DailyAvailability daily,
            Alerts alerts,
            Facts facts,
            Reviews reviews,
            Clock clock) {
        this.vendors = vendors;
        this.probes = probes;
        this.portfolio = portfolio;
        this.health = health;
        this.honesty = honesty;
        this.observations = observations;
        this.daily = daily;
        this.alerts = alerts;
        this.facts = facts;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** @throws io.bellwether.platform.Problem 404 */
    VendorView of(String slug) {
        Vendor vendor = vendors.require(slug);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new VendorView(
                vendor,
                portfolio.status(vendor.id()),
                health.of(vendor),
                honesty.soFar(vendor, now),
                history(vendor, today),
                probes.of(vendor.id()).stream().map(this::line).toList(),
                alerts.open(vendor.id()),
                past(vendor, now),
                recent(vendor, now),
                reviews.of(vendor.id(), REVIEWS, null).items(),
                Quarter.of(today).toString());
    }

    private HistoryChart history(Vendor vendor, LocalDate today) {
        LocalDate first = today.minusDays(DAYS - 1);
        Map<LocalDate, Double> availability = daily.of(vendor.id(), first, clock.instant());
        Map<LocalDate, HealthPoint> points = health.history(vendor.id(), first, today).stream()
                .collect(Collectors.toMap(HealthPoint::day, Function.identity()));
        return HistoryChart.of(first.datesUntil(today.plusDays(1))
                .map(date -> {
                    HealthPoint point = points.get(date);
                    return new Day(date, point == null ? null : point.index(), availability.get(date));
                })
                .toList());
    }

    private ProbeLine line(ConfiguredProbe probe) {
        Observation latest = observations.latest(probe.id()).orElse(null);
        return new ProbeLine(probe, latest, PhaseBar.of(latest == null ? Phases.NONE : latest.phases()));
    }

    private List<Alert> past(Vendor vendor, Instant now) {
        Instant from = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .minusDays(DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return alerts.between(vendor.id(), from, now).reversed().stream()
                .filter(alert -> alert.condition() == Condition.RESOLVED)
                .limit(PAST_ALERTS)
                .toList();
    }

    private List<Fact> recent(Vendor vendor, Instant now) {
        Instant from = now.atZone(ZoneOffset.UTC).minus(FACTS_BACK).toInstant();
        return facts.between(vendor.id(), from, now.plusSeconds(1)).stream()
                .limit(FACTS)
                .toList();
    }
}
