package io.bellwether.alert.silence;

import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.core.alert.mute.Silence;
import io.bellwether.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "silence")
class SilenceRow {

    @Id
    UUID id;

    @Column(updatable = false)
    String[] matchers;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column
    String comment;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    protected SilenceRow() {}

    SilenceRow(Silence silence, String comment, String createdBy, Instant now) {
        this.id = Ids.next();
        this.matchers = silence.matchers().stream().map(Matcher::toString).toArray(String[]::new);
        this.startsAt = silence.startsAt();
        this.endsAt = silence.endsAt();
        this.comment = comment.strip();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    Silence silence() {
        List<Matcher> read = Arrays.stream(matchers)
                .flatMap(matcher -> MatcherText.read(matcher).stream())
                .toList();
        return new Silence(read, startsAt, endsAt);
    }

    /** @param muted how many alerts it has kept from being told */
    SetSilence shown(Instant now, int muted) {
        return new SetSilence(
                id,
                silence().at(now),
                List.of(matchers),
                startsAt,
                endsAt,
                comment,
                createdBy,
                createdAt,
                updatedAt,
                muted,
                version);
    }

    /** The table {@code silence}. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SilenceRow, UUID> {

        List<SilenceRow> active(Instant now) {
            return list("startsAt <= ?1 and endsAt > ?1 order by endsAt, id", now);
        }

        List<SilenceRow> pending(Instant now) {
            return list("startsAt > ?1 and endsAt > ?1 order by startsAt, id", now);
        }

        List<SilenceRow> endedSince(Instant since, Instant now) {
            return list("endsAt <= ?2 and endsAt > ?1 order by endsAt desc, id", since, now);
        }
    }
}
