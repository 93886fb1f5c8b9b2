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
    Map<UUID, List<Summary>> hours(Collection<UUID> probes, Instant from, Instant to) {
        return jdbi.withHandle(handle -> hours(handle, Series.of(handle, probes), from, to));
    }

    /** As {@link #hours}, of a vendor's probes of the kinds that decide its availability. */
    Map<UUID, List<Summary>> hoursOfVendor(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> hours(handle, Series.deciding(handle, vendorId), from, to));
    }

    private static Map<UUID, Summary> summaries(Handle handle, List<Series> series, Instant from, Instant to) {
        Map<UUID, Summary> summaries = new LinkedHashMap<>();
        rollups(handle, series, List.of(Level.DAY, Level.HOUR), from, to)
                .forEach((probe, rollups) -> summaries.put(probe, Summary.of(rollups)));
        return summaries;
    }

    private static Map<UUID, List<Summary>> hours(Handle handle, List<Series> series, Instant from, Instant to) {
        Map<UUID, List<Summary>> summaries = new LinkedHashMap<>();
        rollups(handle, series, List.of(Level.HOUR), from, to)
                .forEach((probe, rollups) -> summaries.put(
                        probe,
                        rollups.stream()
                                .map(rollup -> Summary.of(List.of(rollup)))
                                .toList()));
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
