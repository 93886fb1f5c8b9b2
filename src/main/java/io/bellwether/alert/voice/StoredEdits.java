package io.bellwether.alert.voice;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.Lens;
import io.bellwether.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code message_template}. What alerts are told by is kept in memory for a few seconds. */
@ApplicationScoped
class StoredEdits implements Edits {

    /** How long a change made on another node may stay unnoticed. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final String COLUMNS = "rule, lens, texts::text AS texts, version, updated_at, updated_by";

    /** @param texts by moment; those that are not there are built in */
    record Edit(String rule, Lens lens, Map<Moment, String> texts, int version, Instant updatedAt, String updatedBy) {}

    private record Edition(Instant until, Map<TemplateKey, String> texts) {}

    private final Jdbi jdbi;
    private final Json json;
    private final Clock clock;
    private volatile Edition edition = new Edition(Instant.MIN, Map.of());

    StoredEdits(Jdbi jdbi, Json json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<String> text(TemplateKey key) {
        Edition current = edition;
        Instant now = clock.instant();
        if (!now.isBefore(current.until())) {
            current = new Edition(now.plus(KEPT), texts());
            edition = current;
        }
        return Optional.ofNullable(current.texts().get(key));
    }

    List<Edit> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM message_template")
                .map((row, _) -> edit(row))
                .list());
    }

    Optional<Edit> find(String rule, Lens lens) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM message_template WHERE rule = :rule AND lens = :lens FOR UPDATE")
                .bind("rule", rule)
                .bind("lens", lens.name())
                .map((row, _) -> edit(row))
                .findOne());
    }

    Edit save(String rule, Lens lens, Map<Moment, String> texts, String by) {
        Edit saved = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO message_template AS known (rule, lens, texts, updated_by)
                        VALUES (:rule, :lens, :texts::jsonb, :by)
                        ON CONFLICT (rule, lens) DO UPDATE
                           SET texts = excluded.texts, version = known.version + 1, updated_at = now(),
                               updated_by = excluded.updated_by
                        RETURNING %s""".formatted(COLUMNS))
                .bind("rule", rule)
                .bind("lens", lens.name())
                .bind("texts", json.write(texts))
                .bind("by", by)
                .map((row, _) -> edit(row))
                .one());
        edition = new Edition(Instant.MIN, Map.of());
        return saved;
    }

    private Map<TemplateKey, String> texts() {
        return all().stream()
                .flatMap(edit -> edit.texts().entrySet().stream()
                        .map(text ->
                                Map.entry(new TemplateKey(edit.rule(), text.getKey(), edit.lens()), text.getValue())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Edit edit(ResultSet row) throws SQLException {
        return new Edit(
                row.getString("rule"),
                Lens.valueOf(row.getString("lens")),
                json.read(row.getString("texts"), new TypeReference<>() {}),
                row.getInt("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getString("updated_by"));
    }
}
