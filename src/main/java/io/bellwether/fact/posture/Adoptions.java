package io.bellwether.fact.posture;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Notes from when on which rule set counted. */
@Singleton
class Adoptions {

    /** That a rule set counts for a kind of evidence from a time on, until the next of that kind. */
    record Adoption(String kind, String ruleSet, Instant adoptedAt) {}

    private final Jdbi jdbi;
    private final RuleSetChoice rules;

    Adoptions(Jdbi jdbi, RuleSetChoice rules) {
        this.jdbi = jdbi;
        this.rules = rules;
    }

    void note(@Observes StartupEvent start) {
        jdbi.useHandle(handle -> rules.all()
                .forEach((kind, ruleSet) -> handle.createUpdate("""
                        INSERT INTO rule_set_adoption (kind, rule_set, adopted_at)
                        SELECT :kind, :ruleSet, now()
                         WHERE :ruleSet IS DISTINCT FROM (SELECT rule_set FROM rule_set_adoption
                                                           WHERE kind = :kind ORDER BY adopted_at DESC LIMIT 1)
                        ON CONFLICT DO NOTHING""")
                        .bind("kind", kind)
                        .bind("ruleSet", ruleSet)
                        .execute()));
    }

    /** Oldest first. */
    List<Adoption> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM rule_set_adoption ORDER BY adopted_at, kind")
                .map((row, _) -> new Adoption(
                        row.getString("kind"),
                        row.getString("rule_set"),
                        row.getObject("adopted_at", OffsetDateTime.class).toInstant()))
                .list());
    }
}
