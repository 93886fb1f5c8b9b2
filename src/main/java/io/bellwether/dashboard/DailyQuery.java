package io.bellwether.dashboard;

import io.bellwether.history.SeriesPoint;
import io.bellwether.history.SeriesQuery;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A vendor's availability day by day, all its {@code http} probes counted together. */
@Singleton
class DailyQuery {

    private static final Duration DAY = Duration.ofDays(1);

    private final SeriesQuery series;
    private final Clock clock;

    DailyQuery(SeriesQuery series, Clock clock) {
        this.series = series;
        this.clock = clock;
    }

    /** 0 to 1 for each UTC day with a known observation; the others are missing. */
    Map<LocalDate, Double> availability(UUID vendorId, LocalDate from) {
        Map<LocalDate, Double> days = new HashMap<>();
        for (SeriesPoint point :
                series.ofVendor(vendorId, from.atStartOfDay(ZoneOffset.UTC).toInstant(), clock.instant(), DAY)) {
            if (point.availability() != null) {
                days.put(LocalDate.ofInstant(point.at(), ZoneOffset.UTC), point.availability());
            }
        }
        return days;
    }
}
