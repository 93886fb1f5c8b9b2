package io.bellwether.dashboard;

import io.bellwether.alert.AlertRule;
import io.bellwether.alert.RulePreview;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.Lens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule, and what it would have done.
 *
 * @param canTry whether its past can be told at all
 * @param preview null when it was not asked for
 * @param refusal why it could not be told; null when it could, or was not asked for
 */
public record RuleView(
        AlertRule rule,
        boolean canTry,
        @Nullable RulePreview preview,
        @Nullable String refusal) {

    /** How far back the preview looks. */
    static final int DAYS = 30;

    public int days() {
        return DAYS;
    }

    public String meaning() {
        return RuleWords.meaning(rule);
    }

    public Figures settings() {
        return Figures.of(rule.settings(), Lens.IT);
    }

    public boolean watchesAll() {
        return watched().empty();
    }

    /** Which vendors and probes it is narrowed to. */
    public Figures watched() {
        Selection selection = rule.selection();
        Map<String, Object> narrowed = new LinkedHashMap<>();
        put(narrowed, "vendors", selection.vendors());
        put(narrowed, "tiers", selection.tiers());
        put(narrowed, "capabilities", selection.capabilities());
        put(narrowed, "kinds of probes", selection.kinds());
        return Figures.of(narrowed, Lens.IT);
    }

    private static void put(Map<String, Object> narrowed, String name, @Nullable List<?> values) {
        if (values != null && !values.isEmpty()) {
            narrowed.put(name, values.stream().map(String::valueOf).toList());
        }
    }
}
