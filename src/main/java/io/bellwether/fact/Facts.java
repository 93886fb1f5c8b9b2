package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is known about vendors: events that happened and the states of checks. */
@ApplicationScoped
public class Facts {

    private final Jdbi jdbi;
    private final FactRow row;
    private final FactWrites writes;

    Facts(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.row = new FactRow(json);
        this.writes = new FactWrites(jdbi, json);
    }

    /**
     * Stores what a probe, or a person, found. Told twice it is stored once; two nodes may tell at the same time. A state
     * that says something else supersedes the one before, unless it was seen earlier than that one; a state that says the
     * same keeps its begin and only has its evidence refreshed. An event that is known is the same event with newer evidence,
     * such as the latest posts about an incident and its end: it happened, and became known, when it did.
     *
     * @param findings of several with one key, the last counts
     * @return the facts that were new: events not known before, and states whose value changed
     */
    @Transactional
    public List<Fact> record(UUID vendorId, @Nullable UUID probeId, List<Finding> findings, Instant knownAt) {
        List<Fact> stored = new ArrayList<>();
        Map<String, Finding> pending = byKey(findings);
        while (!pending.isEmpty()) {
            Map<String, Fact> current = current(vendorId, pending.keySet());
            writes.refresh(Changes.evidence(pending.values(), current));
            pending.values().removeIf(finding -> !Changes.saysSomethingNew(finding, current.get(finding.key())));
            writes.supersede(Changes.outdated(pending.values(), current), knownAt);
            List<Fact> inserted = writes.insert(vendorId, probeId, pending.values(), knownAt, row);
            stored.addAll(inserted);
            // What is left met a row that another node has just written: compare again with that one.
            inserted.forEach(fact -> pending.remove(fact.key()));
        }
        return stored;
    }

    /** What holds now in one dimension: every event, and the latest state of each check; newest first. */
    public List<Fact> current(UUID vendorId, Dimension dimension) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM fact
                        WHERE vendor_id = :vendor AND dimension = :dimension AND superseded_at IS NULL
                        ORDER BY occurred_at DESC, key""")
                .bind("vendor", vendorId)
                .bind("dimension", dimension.name())
                .map(row)
                .list());
    }

    /** All that was ever known in one dimension, superseded states included; what became known first is first. */
    public List<Fact> ever(UUID vendorId, Dimension dimension) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM fact
                        WHERE vendor_id = :vendor AND dimension = :dimension
                        ORDER BY known_at, occurred_at, key""")
                .bind("vendor", vendorId)
                .bind("dimension", dimension.name())
                .map(row)
                .list());
    }

    /**
     * What happened or became known in a period, superseded states included; newest first.
     *
     * @param to exclusive
     */
    public List<Fact> between(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM fact
                        WHERE vendor_id = :vendor
                          AND ((occurred_at >= :from AND occurred_at < :to) OR (known_at >= :from AND known_at < :to))
                        ORDER BY occurred_at DESC, key""")
                .bind("vendor", vendorId)
                .bind("from", from)
                .bind("to", to)
                .map(row)
                .list());
    }

    private Map<String, Fact> current(UUID vendorId, Collection<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM fact
                        WHERE vendor_id = :vendor AND key = ANY (:keys) AND superseded_at IS NULL""")
                .bind("vendor", vendorId)
                .bindArray("keys", String.class, List.copyOf(keys))
                .map(row)
                .collect(Collectors.toMap(Fact::key, fact -> fact)));
    }

    private static Map<String, Finding> byKey(List<Finding> findings) {
        return findings.stream()
                .map(Facts::storable)
                .collect(Collectors.toMap(Finding::key, finding -> finding, (first, last) -> last, LinkedHashMap::new));
    }

    /** PostgreSQL keeps no NUL in text; a vendor may send one. */
    private static Finding storable(Finding finding) {
        return new Finding(
                finding.dimension(),
                withoutNul(finding.signal()),
                withoutNul(finding.key()),
                finding.value() == null ? null : withoutNul(finding.value()),
                finding.occurredAt(),
                withoutNul(finding.source()),
                finding.detail());
    }

    private static String withoutNul(String text) {
        return text.replace("\0", "");
    }
}
