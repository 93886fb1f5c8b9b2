package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Budget;
import io.bellwether.core.alert.Signal;
import io.bellwether.slo.BudgetChecked;
import io.bellwether.slo.ObjectiveStates;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code error-budget-burn}. */
@Singleton
class BudgetRule {

    private final RuleBook book;
    private final ObjectiveStates states;

    BudgetRule(RuleBook book, ObjectiveStates states) {
        this.book = book;
        this.states = states;
    }

    Optional<Evidence> judge(BudgetChecked checked, Subject subject) {
        return book.active(BuiltInRule.ERROR_BUDGET_BURN, Budget.class).map(forAll -> {
            ActiveRule<Budget> rule = forAll.of(subject.vendorId());
            Signal signal = BudgetJudge.judge(checked.rates(), rule);
            Supplier<Map<String, Object>> facts = () -> facts(checked);
            return Evidence.of(rule, subject, Evidence.Kind.STATE, checked.at(), signal, facts);
        });
    }

    /** Asked for only while the budget burns. */
    private Map<String, Object> facts(BudgetChecked checked) {
        return BudgetFacts.of(
                checked.objective(),
                BudgetJudge.worst(checked.rates()).orElseThrow(),
                states.of(checked.objective()).errorBudget());
    }
}
