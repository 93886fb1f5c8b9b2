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

/** What the observations of probes over a period say, each probe apart. */
@Singleton
public class Summaries {

    private final Jdbi jdbi;

    Summaries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By probe; one without observations is missing. */
    public Map<UUID, Summary> of(Collection<UUID> probes, Instant from, Instant to) {
        return jdbi.withHandle(handle -> summaries(handle, Series.of(handle, probes), from, to));
    }

    /** Of a vendor's probes of the kind that decides its availability. */
    public Map<UUID, Summary> ofVendor(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> summaries(handle, Series.deciding(handle, vendorId), from, to));
    }

    private static Map<UUID, Summary> summaries(Handle handle, List<Series> series, Instant from, Instant to) {
        Map<Integer, List<Rollup>> parts =
                Parts.of(handle, Series.numbers(series), List.of(Level.DAY, Level.HOUR), from, to, _ -> from);
        Map<UUID, Summary> summaries = new LinkedHashMap<>();
        for (Series one : series) {
            List<Rollup> found = parts.get(one.number());
            if (found != null) {
                summaries.put(one.probeId(), Summary.of(found));
            }
        }
        return summaries;
    }
}
