package io.bellwether.alert;

import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.RuleKind;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** The rules that people made and that are switched on, from the database, and how far each has judged. */
@Singleton
class CustomRules {

    private static final Logger LOG = Logger.getLogger(CustomRules.class);

    private final Jdbi jdbi;
    private final Json json;
    private final RuleParser parser;
    private final RuleOverrideStore overrides;

    CustomRules(Jdbi jdbi, Json json, RuleParser parser, RuleOverrideStore overrides) {
        this.jdbi = jdbi;
        this.json = json;
        this.parser = parser;
        this.overrides = overrides;
    }

    /** In the order of their names; one that cannot be read, because another version wrote it, is left out. */
    List<CustomRule> active() {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT * FROM alert_rule WHERE enabled AND NOT built_in ORDER BY name")
                .map((row, _) -> rule(row))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * A rule that people made, switched on or not.
     *
     * @throws Problem 404 when there is none that can be read
     */
    CustomRule require(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM alert_rule WHERE id = :id AND NOT built_in")
                        .bind("id", id)
                        .map((row, _) -> rule(row))
                        .findOne())
                .flatMap(rule -> rule)
                .orElseThrow(() -> Problem.notFound("alert rule", id));
    }

    /** False when the rule is gone or switched off, or another node has judged the step. */
    boolean mark(UUID rule, Instant tick) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        UPDATE alert_rule SET judged_to = :tick
                         WHERE id = :rule AND enabled AND (judged_to IS NULL OR judged_to < :tick)""").bind("rule", rule).bind("tick", tick).execute() == 1);
    }

    /** It goes on from then on when it is switched on again, and not from where it was. */
    void forgetProgress(UUID rule) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE alert_rule SET judged_to = NULL WHERE id = :rule")
                .bind("rule", rule)
                .execute());
    }

    /** Of a vendor whose numbers do not fit the rule the rule's own count. */
    private Map<UUID, CustomSettings> overrides(UUID rule, RuleKind kind, Map<String, Object> settings) {
        Map<UUID, CustomSettings> own = new HashMap<>();
        for (StoredOverride override : overrides.of(rule)) {
            try {
                own.put(override.vendorId(), parser.settings(kind, override.over(settings), ""));
            } catch (Problem problem) {
                LOG.warnf("The numbers of %s do not fit: %s", override.vendor(), problem.detail());
            }
        }
        return own;
    }

    /** False when the rule is gone or switched off; else it stays as it is until the end of the transaction. */
    boolean hold(UUID rule) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM alert_rule WHERE id = :rule AND enabled FOR SHARE")
                        .bind("rule", rule)
                        .mapTo(UUID.class)
                        .findOne()
                        .isPresent());
    }

    private Optional<CustomRule> rule(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp judgedTo = row.getTimestamp("judged_to");
        try {
            RuleKind kind = RuleKind.named(row.getString("kind")).orElseThrow(() -> Problem.notFound("kind", id));
            Map<String, Object> settings = json.map(row.getString("settings"));
            return Optional.of(new CustomRule(
                    id,
                    row.getString("name"),
                    Severity.valueOf(row.getString("severity")),
                    parser.settings(kind, settings, ""),
                    json.read(row.getString("selection"), Selection.class),
                    overrides(id, kind, settings),
                    judgedTo == null ? null : judgedTo.toInstant()));
        } catch (Problem problem) {
            LOG.warnf("Rule %s does not judge: %s", row.getString("name"), problem.detail());
            return Optional.empty();
        }
    }
}
