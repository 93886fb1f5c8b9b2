package io.bellwether.dashboard.portfolio;

import io.bellwether.dashboard.chart.Sparkline;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The last thirty days of many vendors' viability index in one statement. */
@Singleton
class TrendQuery {

    private static final int DAYS = 30;

    private static final String HISTORY = """
            SELECT v.slug, array_agg(h.day ORDER BY h.day) AS days, array_agg(h.index ORDER BY h.day) AS indexes
            FROM health_snapshot h JOIN vendor v ON v.id = h.vendor_id
            WHERE v.slug = ANY (:slugs) AND h.day > :after GROUP BY v.slug""";

    private record Line(String slug, Sparkline sparkline) {}

    private final Jdbi jdbi;
    private final Clock clock;

    TrendQuery(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Vendors without an assessment in that time are missing. */
    Map<String, Sparkline> sparklines(Collection<String> slugs) {
        LocalDate after = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(DAYS);
        return jdbi.withHandle(handle -> handle
                .createQuery(HISTORY)
                .bindArray("slugs", String.class, slugs)
                .bind("after", after)
                .map((row, context) -> line(row, after))
                .stream()
                .collect(Collectors.toMap(Line::slug, Line::sparkline)));
    }

    private static Line line(ResultSet row, LocalDate after) throws SQLException {
        java.sql.Date[] days = (java.sql.Date[]) row.getArray("days").getArray();
        Integer[] indexes = (Integer[]) row.getArray("indexes").getArray();
        List<@Nullable Integer> values =
                new ArrayList<@Nullable Integer>(Collections.<@Nullable Integer>nCopies(DAYS, null));
        for (int i = 0; i < days.length; i++) {
            int day = (int) ChronoUnit.DAYS.between(after, days[i].toLocalDate()) - 1;
            if (day < DAYS) {
                values.set(day, indexes[i]);
            }
        }
        return new Line(row.getString("slug"), Sparkline.of(values));
    }
}
