package io.bellwether.dashboard;

import io.bellwether.alert.AlertRule;
import io.bellwether.alert.RulePreview;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.Lens;
import io.bellwether.vendor.Vendor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule, and what it would have done.
 *
 * @param canTry whether its past can be told at all
 * @param vendors on which it can be tried alone, by name
 * @param vendor the slug of the one that was chosen; null for all
 * @param days how far back the preview looks
 * @param preview null when it was not asked for
 * @param refusal why it could not be told; null when it could, or was not asked for
 */
public record RuleView(
        AlertRule rule,
        boolean canTry,
        List<Vendor> vendors,
        @Nullable String vendor,
        int days,
        @Nullable RulePreview preview,
        @Nullable String refusal) {

    private static final int USUAL_DAYS = 30;

    static RuleView untried(
            AlertRule rule, boolean canTry, List<Vendor> vendors, @Nullable String vendor, @Nullable Integer days) {
        List<Vendor> byName = vendors.stream()
                .sorted(Comparator.comparing(Vendor::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        int back = days == null ? USUAL_DAYS : days;
        return new RuleView(rule, canTry, byName, vendor, back, null, null);
    }

    RuleView tried(RulePreview result) {
        return new RuleView(rule, canTry, vendors, vendor, days, result, null);
    }

    RuleView refused(String why) {
        return new RuleView(rule, canTry, vendors, vendor, days, null, why);
    }

    public List<Integer> periods() {
        return List.of(1, 7, USUAL_DAYS);
    }

    public boolean isFor(Vendor other) {
        return other.slug().equals(vendor);
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
