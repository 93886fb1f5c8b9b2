package io.bellwether.health.honesty;

import static io.bellwether.health.honesty.StatusPageHonesty.minutes;
import static io.bellwether.health.honesty.StatusPageHonesty.minutesOrNull;

import io.bellwether.core.honesty.Honesty;
import io.bellwether.core.honesty.HonestyGrade;
import io.bellwether.core.honesty.HonestyWords;
import io.bellwether.core.slo.Account;
import io.bellwether.core.slo.Span;
import io.bellwether.fact.Facts;
import io.bellwether.history.RunQuery;
import io.bellwether.slo.Maintenance;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Compares what a vendor's status page said with what we measured. */
@Singleton
public class HonestyQuery {

    private final RunQuery runs;
    private final PageClaims claims;
    private final Facts facts;
    private final Maintenance maintenance;

    HonestyQuery(RunQuery runs, PageClaims claims, Facts facts, Maintenance maintenance) {
        this.runs = runs;
        this.claims = claims;
        this.facts = facts;
        this.maintenance = maintenance;
    }

    /** In the running quarter of the UTC calendar. */
    public HonestySummary soFar(Vendor vendor, Instant now) {
        Span quarter = HonestyPeriod.running(now);
        return HonestySummary.of(of(vendor, quarter.from(), quarter.to()));
    }

    /**
     * @param from inclusive
     * @param to exclusive, not after now
     */
    public StatusPageHonesty of(Vendor vendor, Instant from, Instant to) {
        Honesty honesty = honesty(vendor.id(), new Span(from, to));
        HonestyGrade grade = honesty.grade();
        return new StatusPageHonesty(
                vendor.slug(),
                from,
                to,
                HonestyGrade.METHOD,
                grade.grade(),
                grade.score(),
                grade.ungraded(),
                grade.admittedShare(),
                minutes(honesty.measured()),
                minutes(honesty.admitted()),
                minutes(honesty.unadmitted()),
                minutes(honesty.unknown()),
                minutes(honesty.tooShort()),
                minutes(honesty.admittedWithoutMeasurement()),
                minutesOrNull(honesty.medianDelay()),
                minutesOrNull(honesty.longestDelay()),
                honesty.judged().size(),
                honesty.backdated(),
                honesty.outages().stream()
                        .map(StatusPageHonesty.ComparedOutage::of)
                        .toList(),
                HonestyWords.of(honesty),
                source(vendor, from, to));
    }

    static String source(Vendor vendor, Instant from, Instant to) {
        return "/api/v1/vendors/" + vendor.slug() + "/status-page-honesty?from=" + from + "&to=" + to;
    }

    /** As {@link #of}, as it was worked out. Maintenance that does not count makes no outage. */
    public Honesty honesty(UUID vendorId, Span period) {
        var seen = runs.ofVendor(vendorId, period.from(), period.to()).values();
        Account account = Account.of(seen, maintenance.excluded(vendorId, period), period.from(), period.to());
        return Honesty.of(
                account.outages(),
                claims.of(vendorId, period.from(), period.to()),
                Posts.of(facts.between(vendorId, period.from(), period.to())),
                period);
    }
}
