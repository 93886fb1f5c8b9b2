package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurnRuleTest {

    private static final Objective THREE_NINES = new Objective.Availability(0.999);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** One more than factor * (1 - target) * answers; 14.4 * 0.001 * 60 = 0.864, so the first bad one is too many. */
    @ParameterizedTest
    @CsvSource({
        "0.99,   PT60S,  9, 22, 44",
        "0.995,  PT60S,  5, 11, 22",
        "0.999,  PT15S,  4,  9, 18",
        "0.999,  PT30S,  2,  5,  9",
        "0.999,  PT60S,  1,  3,  5",
        "0.999,  PT300S, 1,  1,  1",
        "0.9995, PT60S,  1,  2,  3"
    })
    void fewBadAnswersExceedTheTextbookRules(double target, Duration every, int page, int slowPage, int ticket) {
        Objective objective = new Objective.Availability(target);

        assertThat(textbook(14.4, Duration.ofHours(1)).tripCount(objective, every))
                .isEqualTo(page);
        assertThat(textbook(6, Duration.ofHours(6)).tripCount(objective, every)).isEqualTo(slowPage);
        assertThat(textbook(1, Duration.ofDays(3)).tripCount(objective, every)).isEqualTo(ticket);
    }

    @Test
    void theStandardRulesWantThreeAtLeast() {
        assertThat(BurnRule.STANDARD)
                .hasSize(4)
                .allSatisfy(
                        rule -> assertThat(rule.tripCount(THREE_NINES, MINUTE)).isGreaterThanOrEqualTo(3))
                .allSatisfy(
                        rule -> assertThat(rule.refusal(THREE_NINES, MINUTE)).isNull());
    }

    @Test
    void aRuleThatOneLostAnswerFiresIsRefused() {
        assertThat(textbook(14.4, Duration.ofHours(1)).refusal(THREE_NINES, MINUTE))
                .isEqualTo("A single bad answer of the 60 in PT1H would fire this rule at a target of 99.9 %;"
                        + " require at least 3.");
        // The same rule needs 9 of 60 at 99 %.
        assertThat(textbook(14.4, Duration.ofHours(1)).refusal(new Objective.Availability(0.99), MINUTE))
                .isNull();
    }

    @Test
    void aRuleThatCannotFireIsRefused() {
        BurnRule rule = BurnRule.STANDARD.getFirst();

        assertThat(rule.refusal(THREE_NINES, Duration.ofMinutes(30)))
                .isEqualTo("This rule can never fire: it takes 3 bad answers at a target of 99.9 %, and PT1H has 2.");
        // 14.4 * 0.1 is more than all of them.
        assertThat(rule.refusal(new Objective.Availability(0.9), MINUTE))
                .isEqualTo("This rule can never fire: it takes 87 bad answers at a target of 90 %, and PT1H has 60.");
    }

    @Test
    void aRuleLooksBackLongerThanALittle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnRule(6, MINUTE, MINUTE, BurnRule.Urgency.PAGE, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnRule(6, MINUTE, Duration.ZERO, BurnRule.Urgency.PAGE, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnRule(0, Duration.ofHours(1), MINUTE, BurnRule.Urgency.PAGE, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnRule(6, Duration.ofHours(1), MINUTE, BurnRule.Urgency.PAGE, 0));
    }

    private static BurnRule textbook(double factor, Duration longWindow) {
        return new BurnRule(factor, longWindow, longWindow.dividedBy(12), BurnRule.Urgency.PAGE, 1);
    }
}
