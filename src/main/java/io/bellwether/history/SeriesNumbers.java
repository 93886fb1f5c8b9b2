package io.bellwether.history;

import io.bellwether.platform.Recent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The short number that each probe has in the history. */
@Singleton
class SeriesNumbers {

    private static final int REMEMBERED = 100_000;

    private record Stored(UUID probeId, int number) {}

    private final Recent<UUID, Integer> known = new Recent<>(REMEMBERED);

    /** The numbers of the observed probes; a probe observed for the first time gets one, in the running transaction. */
    Map<UUID, Integer> of(Handle handle, Collection<Observation> observations) {
        Map<UUID, Observation> missing = new HashMap<>();
        Map<UUID, Integer> numbers = new HashMap<>();
        for (Observation observation : observations) {
            Integer number = known.get(observation.probeId());
            if (number == null) {
                missing.put(observation.probeId(), observation);
            } else {
                numbers.put(observation.probeId(), number);
            }
        }
        if (!missing.isEmpty()) {
            find(handle, missing.keySet()).forEach(stored -> {
                // Only what was found is remembered: what is stored here may still be rolled back.
                known.put(stored.probeId(), stored.number());
                numbers.put(stored.probeId(), stored.number());
                missing.remove(stored.probeId());
            });
        }
        if (!missing.isEmpty()) {
            insert(handle, missing.values()).forEach(stored -> numbers.put(stored.probeId(), stored.number()));
        }
        return numbers;
    }

    private static List<Stored> find(Handle handle, Collection<UUID> probes) {
        return handle.createQuery("SELECT probe_id, number FROM series WHERE probe_id = ANY (:probes)")
                .bindArray("probes", UUID.class, probes.toArray())
                .map((row, _) -> new Stored(row.getObject("probe_id", UUID.class), row.getInt("number")))
                .list();
    }

    /** In one order on every node, so that two transactions cannot wait for each other. */
    private static List<Stored> insert(Handle handle, Collection<Observation> first) {
        List<Observation> ordered = new ArrayList<>(first);
        ordered.sort(Comparator.comparing(Observation::probeId));
        return handle.createQuery("""
                        INSERT INTO series (probe_id, vendor_id, kind, deciding)
                        SELECT * FROM unnest(:probes, :vendors, :kinds, :deciding)
                        ON CONFLICT (probe_id) DO UPDATE SET kind = excluded.kind
                        RETURNING probe_id, number""")
                .bindArray("probes", UUID.class, column(ordered, Observation::probeId))
                .bindArray("vendors", UUID.class, column(ordered, Observation::vendorId))
                .bindArray("kinds", String.class, column(ordered, Observation::kind))
                .bindArray("deciding", Boolean.class, column(ordered, Observation::deciding))
                .map((row, _) -> new Stored(row.getObject("probe_id", UUID.class), row.getInt("number")))
                .list();
    }

    private static Object[] column(List<Observation> observations, Function<Observation, Object> part) {
        return observations.stream().map(part).toArray();
    }
}
