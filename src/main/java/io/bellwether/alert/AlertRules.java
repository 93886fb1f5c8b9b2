package io.bellwether.alert;

import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.RuleKind;
import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules as people read, make and tune them. */
@ApplicationScoped
public class AlertRules {

    private final AlertRuleRow.Repository rows;
    private final BuiltInSettings builtIn;
    private final RuleParser parser;
    private final RuleCheck check;
    private final RuleBook book;
    private final CustomRules custom;
    private final Withdrawals withdrawals;
    private final Audit audit;
    private final Clock clock;

    AlertRules(
            AlertRuleRow.Repository rows,
            BuiltInSettings builtIn,
            RuleParser parser,
            RuleCheck check,
            RuleBook book,
            CustomRules custom,
            Withdrawals withdrawals,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.builtIn = builtIn;
        this.parser = parser;
        this.check = check;
        this.book = book;
        this.custom = custom;
        this.withdrawals = withdrawals;
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

    /** @throws Problem 400 naming each wrong field, or 409 when the name is taken */
    @Transactional
    public AlertRule create(NewAlertRule rule) {
        String name = rule.name();
        if (name == null) {
            throw Problem.invalid("/name", "Must not be missing.");
        }
        if (InternalRule.isOne(name)) {
            throw Problem.conflict(
                    "/name", "Alerts about Bellwether itself are called '" + name + "'; give another name.");
        }
        if (rows.count("name", name) > 0) {
            throw Problem.conflict("/name", "There is a rule '" + name + "' already; give another name.");
        }
        RuleKind kind = kind(rule.kind(), "/kind");
        AlertRuleRow row = new AlertRuleRow(name, kind.word(), clock.instant());
        set(row, kind, rule);
        rows.persist(row);
        return recorded("rule.create", row, Map.of());
    }

    /** @throws Problem 400 naming each wrong field, 404, or 412 when {@code ifMatch} is stale */
    @Transactional
    public AlertRule change(UUID id, @Nullable String ifMatch, AlertRuleChange change) {
        AlertRuleRow row = row(id);
        ETags.check(ifMatch, row.version);
        Map<String, Object> before = said(row);
        if (row.builtIn) {
            BuiltInRule rule = BuiltInRule.named(row.kind).orElseThrow();
            row.settings = builtIn.settings(rule, change);
            row.bounds = builtIn.bounds(rule, change);
            check.checkOverrides(row.id, row.settings, row.bounds, settings -> builtIn.parse(rule, settings));
            row.severity = Objects.requireNonNullElse(change.severity(), rule.severity());
            row.enabled = Objects.requireNonNullElse(change.enabled(), true);
            row.updatedAt = clock.instant();
        } else {
            set(row, kind(row.kind, "/kind"), change.anew(row.name, row.kind));
        }
        // The lock on the rule comes first: whoever judges by it now is through before its alerts end, and nobody
        // begins.
        rows.flush();
        if (!row.enabled && !row.builtIn) {
            withdrawals.withdraw(row.name, clock.instant(), "its rule was switched off");
            custom.forgetProgress(row.id);
        }
        return recorded("rule.change", row, before);
    }

    /**
     * Deletes a rule that people made; its open alerts end, and who was told of them is told so.
     *
     * @throws Problem 404, 409 for a built-in one, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public void remove(UUID id, @Nullable String ifMatch) {
        AlertRuleRow row = row(id);
        ETags.check(ifMatch, row.version);
        if (row.builtIn) {
            throw Problem.conflict("builtIn", "A built-in rule stays; switch it off with \"enabled\": false.");
        }
        rows.delete(row);
        rows.flush();
        withdrawals.withdraw(row.name, clock.instant(), "its rule was deleted");
        audit.record("rule.delete", "rule/" + row.name, Map.of("before", said(row)));
    }

    /** @throws Problem 400 at {@code pointer} */
    static RuleKind kind(@Nullable String word, String pointer) {
        return RuleKind.named(word == null ? "" : word)
                .orElseThrow(() -> Problem.invalid(pointer, "Must be one of " + RuleKind.words() + "."));
    }

    private void set(AlertRuleRow row, RuleKind kind, NewAlertRule rule) {
        CustomSettings settings = parser.settings(kind, rule.settings(), "");
        check.check(kind, settings, rule.selectionOrAll(), rule.boundsOrNone(), "");
        row.settings = parser.shown(settings);
        check.checkOverrides(row.id, row.settings, rule.boundsOrNone(), numbers -> parser.settings(kind, numbers, ""));
        row.severity = rule.severityOrUsual();
        row.enabled = Objects.requireNonNullElse(rule.enabled(), true);
        row.description = Objects.requireNonNullElse(rule.description(), "").strip();
        row.selection = rule.selectionOrAll();
        row.bounds = rule.boundsOrNone();
        row.updatedAt = clock.instant();
    }

    private AlertRule recorded(String action, AlertRuleRow row, Map<String, Object> before) {
        rows.flush();
        Map<String, Object> detail = new HashMap<>(said(row));
        if (!before.isEmpty()) {
            detail.put("before", before);
        }
        audit.record(action, "rule/" + row.name, detail);
        book.forget();
        return row.toRule();
    }

    private static Map<String, Object> said(AlertRuleRow row) {
        return Map.of(
                "kind",
                row.kind,
                "enabled",
                row.enabled,
                "severity",
                row.severity,
                "settings",
                row.settings,
                "selection",
                row.selection,
                "bounds",
                row.bounds);
    }

    private AlertRuleRow row(UUID id) {
        return rows.findByIdOptional(id).orElseThrow(() -> Problem.notFound("alert rule", id));
    }
}
