package io.bellwether.slo;

import io.bellwether.core.slo.Account;
import io.bellwether.core.slo.Run;
import io.bellwether.core.slo.Span;
import io.bellwether.history.RunQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A vendor's availability day by day, accounted like that of a longer period. */
@Singleton
public class DailyAvailability {

    private final RunQuery runs;
    private final Maintenance maintenance;

    DailyAvailability(RunQuery runs, Maintenance maintenance) {
        this.runs = runs;
        this.maintenance = maintenance;
    }

    /** 0 to 1 for each UTC day, up to now, of which something is known; the others are missing. */
    public Map<LocalDate, Double> of(UUID vendorId, LocalDate first, Instant now) {
        Span whole = new Span(begin(first), now);
        Collection<List<Run>> seen =
                runs.ofVendor(vendorId, whole.from(), whole.to()).values();
        List<Span> excluded = maintenance.excluded(vendorId, whole);
        Map<LocalDate, Double> days = new HashMap<>();
        for (LocalDate day = first; begin(day).isBefore(now); day = day.plusDays(1)) {
            Instant end = begin(day.plusDays(1));
            Span span = new Span(begin(day), end.isBefore(now) ? end : now);
            Double availability =
                    Account.of(of(span, seen), excluded, span.from(), span.to()).availability();
            if (availability != null) {
                days.put(day, availability);
            }
        }
        return days;
    }

    private static List<List<Run>> of(Span day, Collection<List<Run>> seen) {
        return seen.stream()
                .map(probe -> probe.stream()
                        .filter(run ->
                                run.first().isBefore(day.to()) && run.end().isAfter(day.from()))
                        .toList())
                .toList();
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
