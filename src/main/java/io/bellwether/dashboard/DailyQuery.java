package io.bellwether.dashboard;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A vendor's availability day by day, all its {@code http} probes counted together, in one statement. */
@Singleton
class DailyQuery {

    private static final String DAYS = """
            SELECT CAST(due_at AT TIME ZONE 'UTC' AS date) AS day,
                   CAST(count(*) FILTER (WHERE outcome <> 'DOWN') AS float8) / count(*) AS availability
            FROM observation
            WHERE vendor_id = :vendor AND kind = 'http' AND due_at >= :from AND outcome <> 'UNKNOWN'
            GROUP BY 1""";

    private record Known(LocalDate day, double availability) {}

    private final Jdbi jdbi;

    DailyQuery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** 0 to 1 for each UTC day with a known observation; the others are missing. */
    Map<LocalDate, Double> availability(UUID vendorId, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery(DAYS)
                .bind("vendor", vendorId)
                .bind("from", from.atStartOfDay(ZoneOffset.UTC).toInstant())
                .map((row, context) -> new Known(row.getObject("day", LocalDate.class), row.getDouble("availability")))
                .collectToMap(Known::day, Known::availability));
    }
}
