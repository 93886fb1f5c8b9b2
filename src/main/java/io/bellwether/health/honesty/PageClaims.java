package io.bellwether.health.honesty;

import io.bellwether.core.honesty.Claim;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What status pages said: of days that are over from what was kept of them, of later times from the observations. */
@Singleton
class PageClaims {

    /** By then the results of a day are in. */
    private static final Duration GRACE = Duration.ofHours(6);

    /** Days that were missed are made up for as long as there usually are observations of them. */
    private static final int DAYS_BACK = 31;

    /** The longest time for which a reading before the period may speak. */
    private static final Duration READING = Duration.ofDays(1);

    private final Jdbi jdbi;

    PageClaims(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whose pages are read, or were. */
    Set<UUID> vendors() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT vendor_id FROM series WHERE kind = 'statuspage' AND location = ''")
                .mapTo(UUID.class)
                .set());
    }

    /** By page, also one that could never be read in the period; those out of service count for the time they were in. */
    Collection<List<Claim>> of(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> {
            Map<Integer, List<Claim>> pages = new TreeMap<>();
            handle.createQuery(
                            "SELECT number FROM series WHERE vendor_id = :vendor AND kind = 'statuspage' AND location = ''")
                    .bind("vendor", vendorId)
                    .mapTo(Integer.class)
                    .forEach(page -> pages.put(page, new ArrayList<>()));
            if (!pages.isEmpty()) {
                handle.createQuery(ClaimSql.OF_VENDOR)
                        .bind("vendor", vendorId)
                        .bind("from", from.minus(READING))
                        .bind("to", to)
                        .map((row, _) -> Map.entry(row.getInt("series"), claim(row)))
                        .forEach(read ->
                                Objects.requireNonNull(pages.get(read.getKey())).add(read.getValue()));
            }
            return pages.values();
        });
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                Duration.ofMillis(row.getLong("every_ms")),
                row.getBoolean("admits"));
    }

    /** Keeps what pages said on the days that are over, each once. */
    void keep(Instant now) {
        LocalDate today = LocalDate.ofInstant(now.minus(GRACE), ZoneOffset.UTC);
        LocalDate next = jdbi.withHandle(
                        handle -> handle.createQuery("SELECT (max(since) AT TIME ZONE 'UTC')::date + 1 FROM page_claim")
                                .mapTo(LocalDate.class)
                                .findOne())
                .filter(today.minusDays(DAYS_BACK)::isBefore)
                .orElse(today.minusDays(DAYS_BACK));
        Stream.iterate(next, today::isAfter, day -> day.plusDays(1)).forEach(this::keep);
    }

    private void keep(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(ClaimSql.KEEP)
                .bind("from", day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind("to", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .execute());
    }
}
