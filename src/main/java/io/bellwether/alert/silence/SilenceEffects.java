package io.bellwether.alert.silence;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code silence_effect}: which alerts were not told because of which silence. */
@Singleton
class SilenceEffects {

    private final Jdbi jdbi;

    SilenceEffects(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void note(UUID silence, UUID alert) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO silence_effect (silence_id, alert_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                silence,
                alert));
    }

    /** How many alerts each of them has kept from being told; those without any are missing. */
    Map<UUID, Integer> counts(Collection<UUID> silences) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT silence_id, count(*)::int AS alerts FROM silence_effect
                         WHERE silence_id = ANY(:silences) GROUP BY silence_id""")
                .bindArray("silences", UUID.class, silences)
                .collectRows(toMap(
                        row -> row.getColumn("silence_id", UUID.class),
                        row -> row.getColumn("alerts", Integer.class))));
    }
}
