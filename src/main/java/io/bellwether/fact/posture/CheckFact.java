package io.bellwether.fact.posture;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.Severity;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of one check, read with the rule set that made it.
 *
 * @param rule null for a check that no rule set knows
 * @param outcome what it says
 * @param resultCode the rule set's code for that
 */
public record CheckFact(Fact fact, @Nullable CheckRule rule, CheckOutcome outcome, String resultCode) {

    /** What a check that is in no rule set takes: little, because nobody has argued for more. */
    private static final double FAIL = 3;

    private static final double WARN = 1;

    static final String RULE_SET = "ruleSet";
    static final String RESULT_CODE = "resultCode";
    static final String CODE_SINCE = "codeSince";
    static final String TARGET = "target";
    static final String REASON = "reason";
    static final String EVIDENCE = "evidence";
    static final String OBSERVED_AT = "observedAt";
    static final String REBASED = "rebased";
    static final String DOUBT = "doubt";
    static final String PENDING = "pending";

    /** The check that a fact is the state of; none for an event, nor for a state that is a name, such as a registrar's. */
    public static Stream<CheckFact> of(Fact fact) {
        return Optional.ofNullable(fact.value()).map(value -> of(fact, value)).stream()
                .filter(check -> check.rule == null || !check.rule.codes().isEmpty());
    }

    private static CheckFact of(Fact fact, String value) {
        CheckOutcome outcome = CheckOutcome.of(value);
        return new CheckFact(
                fact,
                RuleSets.check(text(fact, RULE_SET), fact.signal()).orElse(null),
                outcome,
                Optional.ofNullable(text(fact, RESULT_CODE))
                        .orElseGet(() -> outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** The rule set that made it; null for a check that its probe answered itself. */
    public @Nullable String ruleSet() {
        return text(fact, RULE_SET);
    }

    /** What was looked at: an origin, {@code host:port} or a domain; else where the evidence is. */
    public String target() {
        return Optional.ofNullable(text(fact, TARGET)).orElse(fact.source());
    }

    public String name() {
        return rule == null ? fact.signal() : rule.name();
    }

    /** What a failure means, for the business. */
    public String meaning() {
        return rule == null ? "A check of its security found a weakness." : rule.meaning();
    }

    public Category category() {
        return rule == null ? Category.TRUST : rule.category();
    }

    /** What it takes from the security dimension. */
    public double points() {
        if (!outcome.bad()) {
            return 0;
        }
        double little = outcome == CheckOutcome.FAIL ? FAIL : WARN;
        return rule == null ? little : code().map(ResultCode::points).orElse(little);
    }

    /** What the rule set itself adds to its own score. */
    public int modifier() {
        return code().map(ResultCode::modifier).orElse(0);
    }

    public Severity severity() {
        return Severity.of(points());
    }

    /** Whether it says something else than before only because the rules have changed. */
    public boolean rebased() {
        return Boolean.TRUE.equals(fact.detail().get(REBASED));
    }

    /** When it began to say so with this code: a check may go on to fail for another reason. */
    public Instant since() {
        String time = text(fact, CODE_SINCE);
        return time == null ? fact.occurredAt() : Instant.parse(time);
    }

    /** When a look last said so; null for a check that its probe answered itself. */
    public @Nullable Instant observedAt() {
        String time = text(fact, OBSERVED_AT);
        return time == null ? null : Instant.parse(time);
    }

    /** Who answers for it although it fails; null when nobody does. */
    public @Nullable Suppression suppression(List<Suppression> inForce) {
        return inForce.stream()
                .filter(one -> one.matches(fact.signal(), target()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the latest look could not tell. */
    public boolean doubtful() {
        return fact.detail().containsKey(DOUBT);
    }

    /** One sentence for an engineer. */
    public String reason() {
        return Optional.ofNullable(text(fact, REASON))
                .or(() -> code().map(ResultCode::says))
                .orElseGet(() -> name() + ": " + outcome + ".");
    }

    private Optional<ResultCode> code() {
        return rule == null ? Optional.empty() : rule.code(resultCode);
    }

    private static @Nullable String text(Fact fact, String key) {
        return fact.detail().get(key) instanceof String text ? text : null;
    }
}
