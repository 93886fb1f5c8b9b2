package io.bellwether.alert;

import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.ErrorBudget;
import io.bellwether.slo.ServiceObjective;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the texts say about an error budget. */
final class BudgetFacts {

    private BudgetFacts() {}

    static Map<String, Object> of(ServiceObjective objective, BurnRate burn, ErrorBudget budget) {
        BurnRule rule = burn.rule();
        double used = Objects.requireNonNullElse(budget.used(), 0.0);
        Map<String, Object> facts = new HashMap<>();
        facts.put("objectiveId", objective.id().toString());
        facts.put("objectiveName", Circumstances.oneLine(objective.name()));
        facts.put("target", objective.percent());
        facts.put("period", objective.period());
        facts.put("urgent", rule.urgency() == BurnRule.Urgency.PAGE);
        facts.put("factor", figure(rule.factor()));
        facts.put("longWindow", words(rule.longWindow()));
        facts.put("shortWindow", words(burn.shortWindow()));
        facts.put("longRate", figure(burn.longRate()));
        facts.put("shortRate", figure(burn.shortRate()));
        facts.put("usedMinutes", figure(used));
        facts.put("totalMinutes", figure(budget.total()));
        facts.put("usedPercent", budget.total() > 0 ? Math.round(100 * used / budget.total()) : 100);
        return facts;
    }

    static String words(Duration duration) {
        if (duration.toHours() % 24 == 0 && duration.toDays() > 0) {
            return duration.toDays() + (duration.toDays() == 1 ? " day" : " days");
        }
        return duration.toMinutes() % 60 == 0 && duration.toHours() > 0
                ? duration.toHours() + " h"
                : duration.toMinutes() + " min";
    }

    private static String figure(double value) {
        String exact = String.format(Locale.ROOT, "%.1f", value);
        return exact.endsWith(".0") ? exact.substring(0, exact.length() - 2) : exact;
    }
}
