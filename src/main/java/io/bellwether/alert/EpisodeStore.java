package io.bellwether.alert;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Episodes in the database. Whoever decides about an open episode holds its row lock until the end of the transaction, and
 * locks are taken in the order of ids; so two nodes can neither decide the same transition nor wait for each other.
 */
@Singleton
class EpisodeStore {

    private final Jdbi jdbi;
    private final EpisodeMapper mapper;

    EpisodeStore(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.mapper = new EpisodeMapper(json);
    }

    /** The open episodes that are about one of these keys of one of these vendors. */
    Map<Subject, StoredEpisode> lockOpen(Collection<UUID> vendors, Collection<String> keys) {
        return lockOpen(vendors, keys, List.of());
    }

    /** Also the episodes about outages of the vendors whose status page has spoken. */
    Map<Subject, StoredEpisode> lockOpen(
            Collection<UUID> vendors, Collection<String> keys, Collection<UUID> pageVendors) {
        List<StoredEpisode> episodes = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM alert_episode
                         WHERE condition <> 'RESOLVED'
                           AND (((vendor_id = ANY (:vendors) OR vendor_id IS NULL AND :own) AND sub_key = ANY (:keys))
                                OR (vendor_id = ANY (:pageVendors)
                                    AND rule IN ('vendor-down', 'status-page-contradicts')))
                         ORDER BY id FOR NO KEY UPDATE""")
                .bindArray("vendors", UUID.class, vendors.toArray())
                .bind("own", vendors.contains(Bellwether.ID))
                .bindArray("keys", String.class, keys.toArray())
                .bindArray("pageVendors", UUID.class, pageVendors.toArray())
                .map(mapper)
                .list());
        Map<Subject, StoredEpisode> open = new HashMap<>();
        episodes.forEach(episode -> open.put(episode.subject(), episode));
        return open;
    }

    /** All open episodes of a rule. */
    Map<Subject, StoredEpisode> lockOpen(String rule) {
        Map<Subject, StoredEpisode> open = new HashMap<>();
        jdbi.withHandle(handle ->
                        handle.createQuery("""
                        SELECT * FROM alert_episode WHERE rule = :rule AND condition <> 'RESOLVED' ORDER BY id FOR NO KEY UPDATE""").bind("rule", rule).map(mapper).list())
                .forEach(episode -> open.put(episode.subject(), episode));
        return open;
    }

    /** All open episodes of a vendor; only read, not locked. */
    Map<Subject, StoredEpisode> open(UUID vendor) {
        Map<Subject, StoredEpisode> open = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT * FROM alert_episode WHERE vendor_id = :vendor AND condition <> 'RESOLVED'")
                        .bind("vendor", vendor)
                        .map(mapper)
                        .list())
                .forEach(episode -> open.put(episode.subject(), episode));
        return open;
    }

    Optional<StoredEpisode> lock(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM alert_episode WHERE id = :id FOR NO KEY UPDATE")
                        .bind("id", id)
                        .map(mapper)
                        .findOne());
    }

    /** The newest episode of each subject that has had one, open or not; only read, not locked. */
    Map<Subject, StoredEpisode> newest(Collection<Subject> subjects) {
        Map<Subject, StoredEpisode> newest = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT last.* FROM unnest(:vendors, :rules, :keys) AS asked (vendor, rule, key)
                          CROSS JOIN LATERAL (
                              SELECT * FROM alert_episode
                               WHERE vendor_id = asked.vendor AND rule = asked.rule AND sub_key = asked.key
                               UNION ALL
                              SELECT * FROM alert_episode
                               WHERE asked.vendor IS NULL AND vendor_id IS NULL AND rule = asked.rule AND sub_key = asked.key
                               ORDER BY number DESC LIMIT 1) AS last""")
                        .bindArray(
                                "vendors",
                                UUID.class,
                                subjects.stream().map(Subject::registered).toList())
                        .bindArray(
                                "rules",
                                String.class,
                                subjects.stream().map(Subject::rule).toList())
                        .bindArray(
                                "keys",
                                String.class,
                                subjects.stream().map(Subject::key).toList())
                        .map(mapper)
                        .list())
                .forEach(episode -> newest.put(episode.subject(), episode));
        return newest;
    }

    /** Those of these subjects whose probes have been run since the time of the evidence. */
    Set<Subject> measuredLater(Map<Subject, Instant> evidence) {
        if (evidence.isEmpty()) {
            return Set.of();
        }
        Map<String, Instant> run = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT probe_id::text AS probe, due_at FROM probe_state WHERE probe_id = ANY (:probes)")
                .bindArray(
                        "probes",
                        UUID.class,
                        evidence.keySet().stream()
                                .map(subject -> UUID.fromString(subject.key()))
                                .distinct()
                                .toList())
                .collectRows(toMap(
                        row -> row.getColumn("probe", String.class), row -> row.getColumn("due_at", Instant.class))));
        return evidence.entrySet().stream()
                .filter(one -> run.getOrDefault(one.getKey().key(), Instant.MIN).isAfter(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Open episodes whose acknowledgement or snooze has ended. */
    List<StoredEpisode> lockExpired(Instant now) {
        return lockAll("condition <> 'RESOLVED' AND handling_until <= :time", now);
    }

    /** Open episodes about certificates that have become CRITICAL without anything new being learnt. */
    List<StoredEpisode> lockRunningOut(Instant now) {
        return lockAll("""
                condition <> 'RESOLVED' AND rule = 'certificate-expiring' AND severity <> 'CRITICAL'
                AND (facts ->> 'criticalAt')::timestamptz <= :time""", now);
    }

    /**
     * Open episodes of vendors and probes that are out of service, of objectives that nobody has or watches any more, and of
     * built-in rules that are switched off.
     */
    List<StoredEpisode> lockOrphans() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM alert_episode episode
                         WHERE condition <> 'RESOLVED'
                           AND (EXISTS (SELECT FROM vendor WHERE id = episode.vendor_id AND archived_at IS NOT NULL)
                                OR EXISTS (SELECT FROM probe WHERE id::text = episode.sub_key AND removed_at IS NOT NULL)
                                OR EXISTS (SELECT FROM alert_rule
                                            WHERE name = episode.rule AND built_in AND NOT enabled)
                                OR (rule = 'error-budget-burn' AND NOT EXISTS (
                                    SELECT FROM objective LEFT JOIN probe ON probe.id = objective.probe_id
                                     WHERE objective.id::text = episode.sub_key AND probe.removed_at IS NULL)))
                         ORDER BY id FOR NO KEY UPDATE""").map(mapper).list());
    }

    /** @param until by rule: open alerts that were acknowledged then or before */
    List<StoredEpisode> lockRead(Map<String, Instant> until) {
        List<Map.Entry<String, Instant>> rules = List.copyOf(until.entrySet());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT episode.* FROM alert_episode episode
                          JOIN unnest(:rules, :times::timestamptz[]) AS asked (rule, until) USING (rule)
                         WHERE condition <> 'RESOLVED' AND handling = 'ACKNOWLEDGED' AND handled_at <= asked.until
                         ORDER BY id FOR NO KEY UPDATE OF episode""")
                .bindArray(
                        "rules",
                        String.class,
                        rules.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "times",
                        String.class,
                        rules.stream().map(rule -> rule.getValue().toString()).toList())
                .map(mapper)
                .list());
    }

    /** The open episode of something that Bellwether says of itself; only read. */
    Optional<StoredEpisode> openInternal(Subject subject) {
        return internal(subject, "").stream().findFirst();
    }

    Optional<StoredEpisode> lockInternal(Subject subject) {
        return internal(subject, " FOR NO KEY UPDATE").stream().findFirst();
    }

    private List<StoredEpisode> internal(Subject subject, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM alert_episode
                         WHERE vendor_id IS NULL AND rule = :rule AND sub_key = :key AND condition <> 'RESOLVED'""" + lock)
                .bind("rule", subject.rule())
                .bind("key", subject.key())
                .map(mapper)
                .list());
    }

    /** Open episodes of a rule about Bellwether itself that were last spoken of before this time. */
    List<StoredEpisode> lockInternalBefore(InternalRule rule, Instant time) {
        return lockAll(
                "condition <> 'RESOLVED' AND vendor_id IS NULL AND last_event_at < :time AND rule = '" + rule.ruleName()
                        + "'",
                time);
    }

    /** Open episodes about networks of ours of which no node has said for long that they are still broken. */
    List<StoredEpisode> lockUnheard(Instant until) {
        return lockAll("condition <> 'RESOLVED' AND rule = 'own-egress' AND last_event_at <= :time", until);
    }

    private List<StoredEpisode> lockAll(String condition, Instant time) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM alert_episode WHERE " + condition + " ORDER BY id FOR NO KEY UPDATE")
                .bind("time", time)
                .map(mapper)
                .list());
    }
}
