package io.bellwether.alert;

import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules as people read and tune them. */
@ApplicationScoped
public class AlertRules {

    private final AlertRuleRow.Repository rows;
    private final RuleBook book;
    private final Validator validator;
    private final Json json;
    private final Audit audit;
    private final Clock clock;

    AlertRules(AlertRuleRow.Repository rows, RuleBook book, Validator validator, Json json, Audit audit, Clock clock) {
        this.rows = rows;
        this.book = book;
        this.validator = validator;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** All, in the order of their names: they are few. */
    @Transactional
    public List<AlertRule> list() {
        return rows.list("order by name").stream().map(AlertRuleRow::toRule).toList();
    }

    /** @throws Problem 404 */
    @Transactional
    public AlertRule require(UUID id) {
        return row(id).toRule();
    }

    /** @throws Problem 400 naming each wrong field, 404, or 412 when {@code ifMatch} is stale */
    @Transactional
    public AlertRule change(UUID id, @Nullable String ifMatch, AlertRuleChange change) {
        AlertRuleRow row = row(id);
        ETags.check(ifMatch, row.version);
        BuiltInRule rule = BuiltInRule.named(row.kind).orElseThrow();
        row.settings = settings(rule, change.settings());
        row.severity = Objects.requireNonNullElse(change.severity(), rule.severity());
        row.enabled = Objects.requireNonNullElse(change.enabled(), true);
        row.updatedAt = clock.instant();
        rows.flush();
        audit.record("rule.change", "rule/" + row.name, Map.of("enabled", row.enabled, "severity", row.severity));
        book.forget();
        return row.toRule();
    }

    private Map<String, Object> settings(BuiltInRule rule, @Nullable Map<String, Object> given) {
        if (given == null) {
            return json.map(json.write(rule.settings()));
        }
        RuleSettings settings = json.convert(given, rule.settings().getClass(), "/settings");
        List<Problem.FieldError> errors = validator.validate(settings).stream()
                .map(fault -> new Problem.FieldError("/settings/" + fault.getPropertyPath(), fault.getMessage()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return json.map(json.write(settings));
    }

    private AlertRuleRow row(UUID id) {
        return rows.findByIdOptional(id).orElseThrow(() -> Problem.notFound("alert rule", id));
    }
}
