package io.bellwether.alert;

import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** The rules in force. Every batch asks for them, so they are kept in memory for a few seconds. */
@ApplicationScoped
class RuleBook {

    private static final Logger LOG = Logger.getLogger(RuleBook.class);
    private static final int BEFORE_ANY_WORK = Interceptor.Priority.PLATFORM_BEFORE - 1;

    /** How long a change made on another node may stay unnoticed. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Edition(Instant until, Map<BuiltInRule, ActiveRule<?>> rules) {}

    private final AlertRuleRow.Repository rows;
    private final RuleOverrideStore overrides;
    private final BuiltInSettings builtIn;
    private final Jdbi jdbi;
    private final Json json;
    private final Clock clock;
    private volatile Edition edition = new Edition(Instant.MIN, Map.of());

    RuleBook(
            AlertRuleRow.Repository rows,
            RuleOverrideStore overrides,
            BuiltInSettings builtIn,
            Jdbi jdbi,
            Json json,
            Clock clock) {
        this.rows = rows;
        this.overrides = overrides;
        this.builtIn = builtIn;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** Before any job runs: an evaluation that found no rules would drop what is pushed meanwhile, and keep that for a while. */
    @Transactional
    void insertBuiltIns(@Observes @Priority(BEFORE_ANY_WORK) StartupEvent start) {
        jdbi.useHandle(handle -> {
            for (BuiltInRule rule : BuiltInRule.values()) {
                handle.createUpdate("""
                                INSERT INTO alert_rule (id, name, kind, severity, settings, built_in, created_at, updated_at)
                                VALUES (:id, :name, :name, :severity, :settings::jsonb, true, :now, :now)
                                ON CONFLICT (name) DO NOTHING""")
                        .bind("id", Ids.next())
                        .bind("name", rule.ruleName())
                        .bind("severity", rule.severity().name())
                        .bind("settings", json.write(rule.settings()))
                        .bind("now", clock.instant())
                        .execute();
            }
        });
    }

    /** The rule as configured; empty when it is switched off. */
    <S extends RuleSettings> Optional<ActiveRule<S>> active(BuiltInRule rule, Class<S> type) {
        return Optional.ofNullable(rules().get(rule)).map(active -> active.as(type));
    }

    /** As it judges with these settings, and with the numbers that vendors have of their own. */
    ActiveRule<?> configured(BuiltInRule rule, AlertRule as) {
        return new ActiveRule<>(rule, as.severity(), settings(rule, as), own(rule, as));
    }

    void forget() {
        edition = new Edition(Instant.MIN, Map.of());
    }

    private Map<BuiltInRule, ActiveRule<?>> rules() {
        Edition current = edition;
        Instant now = clock.instant();
        if (now.isBefore(current.until())) {
            return current.rules();
        }
        Map<BuiltInRule, ActiveRule<?>> rules = new EnumMap<>(BuiltInRule.class);
        for (AlertRuleRow row : rows.list("enabled AND builtIn")) {
            BuiltInRule.named(row.kind).ifPresent(rule -> rules.put(rule, configured(rule, row.toRule())));
        }
        edition = new Edition(now.plus(KEPT), rules);
        return rules;
    }

    /** Of a vendor whose numbers do not fit the rule the rule's own count. */
    private Map<UUID, RuleSettings> own(BuiltInRule rule, AlertRule as) {
        if (rule.numbers().isEmpty()) {
            return Map.of();
        }
        Map<UUID, RuleSettings> own = new HashMap<>();
        for (StoredOverride override : overrides.of(as.id())) {
            try {
                own.put(override.vendorId(), builtIn.parse(rule, override.over(as.settings())));
            } catch (Problem problem) {
                LOG.warnf("The numbers of %s do not fit: %s", override.vendor(), problem.detail());
            }
        }
        return own;
    }

    private RuleSettings settings(BuiltInRule rule, AlertRule as) {
        try {
            return builtIn.parse(rule, as.settings());
        } catch (Problem problem) {
            // Written by another version: a watch with default thresholds is better than none.
            LOG.warnf("Rule %s runs with its default settings: %s", rule.ruleName(), problem.detail());
            return rule.settings();
        }
    }
}
