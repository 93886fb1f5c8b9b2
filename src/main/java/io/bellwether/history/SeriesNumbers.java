package io.bellwether.history;

import io.bellwether.platform.Recent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The short number that each probe, and each of its locations, has in the history. */
@Singleton
class SeriesNumbers {

    private static final int REMEMBERED = 100_000;

    private record Stored(SeriesKey key, int number) {}

    private final Recent<SeriesKey, Integer> known = new Recent<>(REMEMBERED);

    /** The numbers of the observed probes; what is observed for the first time gets one, in the running transaction. */
    Map<SeriesKey, Integer> of(Handle handle, Collection<Observation> observations) {
        Map<SeriesKey, Observation> missing = new HashMap<>();
        Map<SeriesKey, Integer> numbers = new HashMap<>();
        for (Observation observation : observations) {
            SeriesKey key = SeriesKey.of(observation);
            Integer number = known.get(key);
            if (number == null) {
                missing.put(key, observation);
            } else {
                numbers.put(key, number);
            }
        }
        if (!missing.isEmpty()) {
            find(handle, missing.keySet()).forEach(stored -> {
                // Only what was found is remembered: what is stored here may still be rolled back.
                known.put(stored.key(), stored.number());
                numbers.put(stored.key(), stored.number());
                missing.remove(stored.key());
            });
        }
        if (!missing.isEmpty()) {
            insert(handle, missing.values()).forEach(stored -> numbers.put(stored.key(), stored.number()));
        }
        return numbers;
    }

    private static List<Stored> find(Handle handle, Collection<SeriesKey> keys) {
        return handle.createQuery("SELECT probe_id, location, number FROM series WHERE probe_id = ANY (:probes)")
                .bindArray(
                        "probes",
                        UUID.class,
                        keys.stream().map(SeriesKey::probeId).distinct().toArray())
                .map((row, _) -> stored(row))
                .list();
    }

    /** In one order on every node, so that two transactions cannot wait for each other. */
    private static List<Stored> insert(Handle handle, Collection<Observation> first) {
        List<Observation> ordered = new ArrayList<>(first);
        ordered.sort(Comparator.comparing(SeriesKey::of, SeriesKey.ORDER));
        return handle.createQuery("""
                        INSERT INTO series (probe_id, vendor_id, kind, deciding, location)
                        SELECT * FROM unnest(:probes, :vendors, :kinds, :deciding, :locations)
                        ON CONFLICT (probe_id, location) DO UPDATE SET kind = excluded.kind
                        RETURNING probe_id, location, number""")
                .bindArray("probes", UUID.class, column(ordered, Observation::probeId))
                .bindArray("vendors", UUID.class, column(ordered, Observation::vendorId))
                .bindArray("kinds", String.class, column(ordered, Observation::kind))
                .bindArray("deciding", Boolean.class, column(ordered, Observation::deciding))
                .bindArray("locations", String.class, column(ordered, Observation::location))
                .map((row, _) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        SeriesKey key = new SeriesKey(row.getObject("probe_id", UUID.class), row.getString("location"));
        return new Stored(key, row.getInt("number"));
    }

    private static Object[] column(List<Observation> observations, Function<Observation, Object> part) {
        return observations.stream().map(part).toArray();
    }
}
