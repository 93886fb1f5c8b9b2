package io.bellwether.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the observations of probes over a period say, each probe apart; one without observations is missing. */
@Singleton
class Summaries {

    private static final List<Level> DAYS = List.of(Level.DAY, Level.HOUR);
    private static final List<Level> HOURS = List.of(Level.HOUR);

    private final Jdbi jdbi;

    Summaries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<UUID, Summary> of(Collection<UUID> probes, Instant from, Instant to) {
        return jdbi.withHandle(handle -> summaries(handle, Series.of(handle, probes), from, to));
    }

    /** Of a vendor's probes of the kinds that decide its availability. */
    Map<UUID, Summary> ofVendor(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> summaries(handle, Series.deciding(handle, vendorId), from, to));
    }

    /** Not merged: one summary for each hour, and for the rest of an hour at either end; in order of time. */
    Map<UUID, List<Rollup>> hours(Collection<UUID> probes, Instant from, Instant to) {
        return jdbi.withHandle(handle -> rollups(handle, Series.of(handle, probes), HOURS, from, to));
    }

    /** As {@link #hours}, of a vendor's probes of the kinds that decide its availability. */
    Map<UUID, List<Rollup>> hoursOfVendor(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> rollups(handle, Series.deciding(handle, vendorId), HOURS, from, to));
    }

    private static Map<UUID, Summary> summaries(Handle handle, List<Series> series, Instant from, Instant to) {
        Map<UUID, Summary> summaries = new LinkedHashMap<>();
        rollups(handle, series, DAYS, from, to).forEach((probe, rollups) -> summaries.put(probe, new Summary(rollups)));
        return summaries;
    }

    private static Map<UUID, List<Rollup>> rollups(
            Handle handle, List<Series> series, List<Level> levels, Instant from, Instant to) {
        Map<Integer, List<Rollup>> parts =
                Parts.of(handle, Series.numbers(series), levels, from, to, Level.HOUR::floor);
        Map<UUID, List<Rollup>> rollups = new LinkedHashMap<>();
        for (Series one : series) {
            List<Rollup> found = parts.get(one.number());
            if (found != null) {
                rollups.put(one.probeId(), found);
            }
        }
        return rollups;
    }
}
