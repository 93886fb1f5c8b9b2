package io.bellwether.alert.campaign;

import io.bellwether.core.slo.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** When campaigns are on. Every piece of evidence asks for it, so they are kept in memory for a few seconds. */
@Singleton
public class CampaignTimes {

    /** How long a change made on another node may stay unnoticed. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** For how long what campaigns raised may still be so after their end. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private record Window(Set<UUID> vendors, Span span) {

        boolean holds(UUID vendor, Instant at) {
            return holds(vendor, at, at);
        }

        /** Whether it was on at some time from one to the other. */
        boolean holds(UUID vendor, Instant from, Instant to) {
            return vendors.contains(vendor) && !to.isBefore(span.from()) && from.isBefore(span.to());
        }
    }

    private record Edition(Instant until, List<Window> windows) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Edition edition = new Edition(Instant.MIN, List.of());

    CampaignTimes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Whether a campaign with this vendor is on. */
    public boolean on(UUID vendor, Instant now) {
        return windows().stream().anyMatch(window -> window.holds(vendor, now));
    }

    /** Whether one is on, or was a short time ago. */
    public boolean lately(UUID vendor, Instant now) {
        return windows().stream().anyMatch(window -> window.holds(vendor, now.minus(LATELY), now));
    }

    /** The vendors with which a campaign is on. */
    public List<UUID> vendors(Instant now) {
        return windows().stream()
                .flatMap(window -> window.vendors().stream().filter(vendor -> window.holds(vendor, now)))
                .distinct()
                .toList();
    }

    void forget() {
        edition = new Edition(Instant.MIN, List.of());
    }

    private List<Window> windows() {
        Edition current = edition;
        Instant now = clock.instant();
        if (now.isBefore(current.until())) {
            return current.windows();
        }
        List<Window> windows = jdbi.withHandle(
                handle -> handle.createQuery("SELECT vendors, starts_at, ends_at FROM campaign WHERE ends_at > :now")
                        .bind("now", now.minus(LATELY))
                        .map((row, _) -> window(row))
                        .list());
        edition = new Edition(now.plus(KEPT), windows);
        return windows;
    }

    private static Window window(ResultSet row) throws SQLException {
        UUID[] vendors = (UUID[]) row.getArray("vendors").getArray();
        Span span = new Span(
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
        return new Window(Set.copyOf(Arrays.asList(vendors)), span);
    }
}
