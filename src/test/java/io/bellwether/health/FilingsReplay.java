package io.bellwether.health;

import io.bellwether.core.Tier;
import io.bellwether.core.score.DailyIndex;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.UptimeEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Assesses, day after day, a vendor of which nothing is known but its filings: nothing else can hide what they do. */
final class FilingsReplay {

    private static final int FIVE_YEARS = 5 * 365;

    private final List<FilingEvent> financial;
    private final List<FilingEvent> security;
    private final List<DailyIndex> earlier = new ArrayList<>();
    private final List<Health> days = new ArrayList<>();

    FilingsReplay(List<FilingEvent> filings) {
        var byCyber = filings.stream()
                .collect(Collectors.partitioningBy(event -> event.signal().equals("filing-8k-1.05")));
        this.security = byCyber.get(true);
        this.financial = byCyber.get(false);
    }

    List<Health> between(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(this::assess);
        return days;
    }

    private void assess(LocalDate day) {
        Instant now = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        VendorEvidence evidence = new VendorEvidence(
                new UptimeEvidence(null, 0, 0, null, 0, 0, 0, now, null, "/"),
                List.of(),
                List.of(),
                upTo(now, security),
                false,
                upTo(now, financial),
                List.of(),
                null,
                now,
                RuleSet.CURRENT,
                null,
                List.of(),
                null,
                false);
        Health health = Assessment.of(evidence, Tier.STRATEGIC, List.copyOf(earlier), now);
        days.add(health);
        if (health.underlying() != null) {
            earlier.add(new DailyIndex(day, health.underlying(), health.ruleSet()));
        }
        if (earlier.size() > FIVE_YEARS) {
            earlier.removeFirst();
        }
    }

    /** What comes later is not even passed: whoever looked ahead could not find it. */
    private static List<FilingEvent> upTo(Instant now, List<FilingEvent> events) {
        return events.stream().filter(event -> !event.occurredAt().isAfter(now)).toList();
    }

    static boolean slips(Health health) {
        return health.trend() == Trend.SLIPPING || health.cap() != null;
    }

    static LocalDate day(Health health) {
        return LocalDate.ofInstant(health.asOf(), ZoneOffset.UTC);
    }
}
