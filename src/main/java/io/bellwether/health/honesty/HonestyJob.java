package io.bellwether.health.honesty;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.honesty.AnsweredOutage;
import io.bellwether.core.slo.Span;
import io.bellwether.fact.Facts;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Keeps what status pages said, and records as a fact each judged outage that ended without having been admitted. */
@Singleton
class HonestyJob {

    private static final Logger LOG = Logger.getLogger(HonestyJob.class);

    /** By then a late result can hardly show that the outage goes on. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    /** Should no node have run for a while. An outage that lasted even longer is not told. */
    private static final Duration BACK = Duration.ofDays(7);

    private final VendorRegister vendors;
    private final PageClaims claims;
    private final HonestyQuery honesty;
    private final Facts facts;
    private final Clock clock;

    HonestyJob(VendorRegister vendors, PageClaims claims, HonestyQuery honesty, Facts facts, Clock clock) {
        this.vendors = vendors;
        this.claims = claims;
        this.honesty = honesty;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(identity = "status-page-honesty", every = "5m")
    @Nonconcurrent
    void run() {
        Instant now = clock.instant();
        claims.keep(now);
        Set<UUID> watched = claims.vendors();
        vendors.active().stream()
                .filter(vendor -> watched.contains(vendor.id()))
                .forEach(vendor -> recordOrLog(vendor, now));
    }

    private void recordOrLog(Vendor vendor, Instant now) {
        try {
            record(vendor, now);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The status page of %s could not be judged; the others go on.", vendor.slug());
        }
    }

    private void record(Vendor vendor, Instant now) {
        Span period = new Span(now.minus(BACK), now);
        List<Finding> findings = honesty.honesty(vendor.id(), period).judged().stream()
                .filter(answered -> answered.admittedAt() == null)
                .filter(answered -> answered.outage().startedAt().isAfter(period.from()))
                .flatMap(answered -> finding(vendor, answered, now.minus(SETTLED)))
                .filter(finding -> readSince(vendor, finding.occurredAt(), now))
                .toList();
        facts.record(vendor.id(), null, findings, now);
    }

    /** Whether a page was read at this time or later, so that it could have told of it afterwards. */
    private boolean readSince(Vendor vendor, Instant time, Instant now) {
        return claims.of(vendor.id(), time, now).stream()
                .flatMap(List::stream)
                .anyMatch(claim -> !claim.to().minus(claim.every()).isBefore(time));
    }

    /** An outage has one end, so that is what it goes by: told again, it is the same event. */
    private static Stream<Finding> finding(Vendor vendor, AnsweredOutage answered, Instant settled) {
        Instant begin = answered.outage().startedAt();
        Instant end = answered.outage().endedAt();
        if (end == null || end.isAfter(settled)) {
            return Stream.empty();
        }
        return Stream.of(Finding.event(
                Dimension.UPTIME,
                "outage-unadmitted",
                "outage-unadmitted:" + end,
                end,
                HonestyQuery.source(vendor, begin, end),
                Map.of(
                        "startedAt", begin.toString(),
                        "endedAt", end.toString(),
                        "unadmittedMinutes", StatusPageHonesty.minutes(answered.unadmitted()),
                        "reason", answered.outage().reason())));
    }
}
