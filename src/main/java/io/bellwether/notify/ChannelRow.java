package io.bellwether.notify;

import io.bellwether.notify.person.QuietTimes;
import io.bellwether.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "channel")
class ChannelRow {

    @Id
    UUID id;

    @Column(updatable = false)
    String kind;

    @Column
    String name;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> settings;

    @Column
    @Enumerated(EnumType.STRING)
    Audience lens;

    boolean enabled;

    @Column(name = "quiet_hours")
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable QuietTimes quietHours;

    @Column(name = "fallback_id")
    @Nullable UUID fallbackId;

    @Column(name = "paused_until")
    @Nullable Instant pausedUntil;

    @Column(name = "broken_reason")
    @Nullable String brokenReason;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "removed_at")
    @Nullable Instant removedAt;

    @Version
    int version;

    protected ChannelRow() {}

    ChannelRow(NewChannel values, Map<String, Object> settings, Instant now) {
        this.id = Ids.next();
        this.kind = values.kind();
        this.createdAt = now;
        set(values, settings, now);
    }

    /** A changed channel starts afresh: what the provider said about the old settings no longer counts. */
    final void set(NewChannel values, Map<String, Object> newSettings, Instant now) {
        name = values.name().strip();
        settings = newSettings;
        lens = Objects.requireNonNullElse(values.lens(), Audience.BOTH);
        enabled = Objects.requireNonNullElse(values.enabled(), true);
        quietHours = values.quietHours();
        pausedUntil = null;
        brokenReason = null;
        updatedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
        updatedAt = now;
    }

    /** The table {@code channel}. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ChannelRow, UUID> {

        Optional<ChannelRow> present(UUID id) {
            return find("id = ?1 and removedAt is null", id).firstResultOptional();
        }

        Optional<ChannelRow> named(String name) {
            return find("name = ?1 and removedAt is null", name).firstResultOptional();
        }

        /** Until the end of the transaction nobody else comes to rely on a channel, or ceases to. */
        void lockUses() {
            getEntityManager()
                    .createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('channel-uses'))::text", String.class)
                    .getSingleResult();
        }

        FallbackChains fallbacks() {
            return new FallbackChains(list("fallbackId is not null and removedAt is null").stream()
                    .collect(Collectors.toMap(row -> row.id, row -> Objects.requireNonNull(row.fallbackId))));
        }

        /** Whoever falls back on the one falls back on the other from now on. */
        void fallBackOn(UUID other, UUID one) {
            update("fallbackId = ?1 where fallbackId = ?2", other, one);
        }

        boolean taken(String name, UUID except) {
            return count("name = ?1 and removedAt is null and id <> ?2", name, except) > 0;
        }

        List<ChannelRow> enabled() {
            return list("enabled and removedAt is null order by id");
        }

        List<ChannelRow> page(String afterName, int rows) {
            return find("removedAt is null and name > ?1 order by name", afterName)
                    .range(0, rows - 1)
                    .list();
        }
    }
}
