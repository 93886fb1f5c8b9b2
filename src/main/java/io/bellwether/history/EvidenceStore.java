package io.bellwether.history;

import io.bellwether.platform.Recent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Stores each evidence once, however many observations say it. What was not seen for longer than observations are kept is
 * deleted; so that nothing in use is, the first observation of a day says that it was seen.
 */
@Singleton
class EvidenceStore {

    private static final int REMEMBERED = 100_000;

    private record Known(long id, LocalDate day) {}

    private record Stored(UUID digest, long id) {}

    private final Clock clock;
    private final Recent<UUID, Known> known = new Recent<>(REMEMBERED);

    EvidenceStore(Clock clock) {
        this.clock = clock;
    }

    /** The ids of these evidences by their digests; what is not stored yet is, in the running transaction. */
    Map<UUID, Long> ids(Handle handle, Collection<Evidence> evidences) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Map<UUID, Evidence> missing =
                evidences.stream().collect(Collectors.toMap(Evidence::digest, Function.identity(), (one, same) -> one));
        Map<UUID, Long> ids = new HashMap<>();
        for (UUID digest : List.copyOf(missing.keySet())) {
            Known entry = known.get(digest);
            if (entry != null && entry.day().equals(today)) {
                ids.put(digest, entry.id());
                missing.remove(digest);
            }
        }
        if (!missing.isEmpty()) {
            find(handle, missing.keySet(), today).forEach(stored -> {
                // Only what was found is remembered: what is stored here may still be rolled back.
                known.put(stored.digest(), new Known(stored.id(), today));
                ids.put(stored.digest(), stored.id());
                missing.remove(stored.digest());
            });
        }
        if (!missing.isEmpty()) {
            insert(handle, missing, today).forEach(stored -> ids.put(stored.digest(), stored.id()));
        }
        return ids;
    }

    /** @param day the first UTC day whose evidence is kept */
    static int deleteBefore(Handle handle, LocalDate day) {
        return handle.execute("DELETE FROM evidence WHERE last_seen < ?", day);
    }

    private static List<Stored> find(Handle handle, Collection<UUID> digests, LocalDate today) {
        return handle.createQuery(
                        "SELECT digest, id FROM evidence WHERE digest = ANY (:digests) AND last_seen >= :today")
                .bindArray("digests", UUID.class, digests.toArray())
                .bind("today", today)
                .map((row, _) -> new Stored(row.getObject("digest", UUID.class), row.getLong("id")))
                .list();
    }

    /** In one order on every node, so that two transactions cannot wait for each other. */
    private static List<Stored> insert(Handle handle, Map<UUID, Evidence> evidences, LocalDate today) {
        List<UUID> digests = evidences.keySet().stream().sorted().toList();
        List<Evidence> values = digests.stream().map(evidences::get).toList();
        return handle.createQuery("""
                        INSERT INTO evidence (digest, last_seen, cause, reason, every_ms, detail, attempts, node)
                        SELECT digest, :today, cause, reason, every_ms, detail::jsonb, attempts::jsonb, node
                          FROM unnest(:digests, :causes, :reasons, :every, :details, :attempts, :nodes)
                            AS said (digest, cause, reason, every_ms, detail, attempts, node)
                        ON CONFLICT (digest) DO UPDATE SET last_seen = excluded.last_seen
                        RETURNING digest, id""")
                .bind("today", today)
                .bindArray("digests", UUID.class, digests.toArray())
                .bindArray(
                        "causes",
                        String.class,
                        column(values, evidence -> evidence.cause().name()))
                .bindArray("reasons", String.class, column(values, Evidence::reason))
                .bindArray(
                        "every",
                        Long.class,
                        column(values, evidence -> evidence.every().toMillis()))
                .bindArray("details", String.class, column(values, Evidence::detail))
                .bindArray("attempts", String.class, column(values, Evidence::attempts))
                .bindArray("nodes", String.class, column(values, Evidence::node))
                .map((row, _) -> new Stored(row.getObject("digest", UUID.class), row.getLong("id")))
                .list();
    }

    private static Object[] column(List<Evidence> values, Function<Evidence, Object> part) {
        return values.stream().map(part).toArray();
    }
}
