package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.ContradictionJudge.PageSays;
import io.bellwether.alert.SlownessJudge.Answer;
import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Trend;
import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.fact.Fact;
import io.bellwether.health.Health;
import io.bellwether.history.LatestState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Signal WARNING = Signal.bad(Severity.WARNING);
    private static final Signal CRITICAL = Signal.bad(Severity.CRITICAL);

    @ParameterizedTest
    @CsvSource({"UP, GOOD", "DEGRADED, GOOD", "DOWN, CRITICAL", "UNKNOWN, NO_DATA"})
    void onlyDownIsAnOutageAndUnknownSaysNothing(Outcome outcome, String expected) {
        var rule = rule(BuiltInRule.VENDOR_DOWN, RuleSettings.Outage.DEFAULT);

        assertThat(OutageJudge.judge(outcome, rule)).isEqualTo(signal(expected));
    }

    @ParameterizedTest
    @CsvSource({
        // duration, baseline, slow: at least 2.5 times and 250 ms more
        "749, 300, false",
        "750, 300, true",
        "300, 100, false",
        "349, 100, false",
        "350, 100, true",
    })
    void anAnswerIsSlowWhenItIsSlowBothByFactorAndByTime(double duration, double baseline, boolean slow) {
        assertThat(SlownessJudge.slow(new Answer(Outcome.UP, duration), baseline, RuleSettings.Slowness.DEFAULT))
                .isEqualTo(slow);
    }

    @Test
    void withoutABaselineOnlyDegradedAnswersAreSlow() {
        assertThat(slow(new Answer(Outcome.UP, 60_000), null)).isFalse();
        assertThat(slow(new Answer(Outcome.DEGRADED, 1), null)).isTrue();
    }

    @Test
    void twoSlowAnswersOfFiveAreChanceAndThreeAreNot() {
        assertThat(confirmed(100.0, answers(900, 900, 100, 100, 100))).isFalse();
        assertThat(confirmed(100.0, answers(900, 100, 900, 100, 900))).isTrue();
        assertThat(confirmed(100.0, answers(900, 900, 900, 900))).isFalse();
    }

    @Test
    void threeDegradedAnswersInARowConfirm() {
        Answer degraded = new Answer(Outcome.DEGRADED, 100);
        Answer up = new Answer(Outcome.UP, 100);

        assertThat(confirmed(100.0, List.of(degraded, degraded, up, degraded, degraded)))
                .isFalse();
        assertThat(confirmed(100.0, List.of(degraded, degraded, degraded, up, up)))
                .isTrue();
        assertThat(confirmed(null, List.of(degraded, degraded, degraded))).isTrue();
    }

    @Test
    void oneSlowAnswerOpensNothingButKeepsOpenWhatIs() {
        var rule = rule(BuiltInRule.VENDOR_SLOW, RuleSettings.Slowness.DEFAULT);

        assertThat(SlownessJudge.judge(true, false, false, rule)).isEqualTo(Signal.NO_DATA);
        assertThat(SlownessJudge.judge(true, false, true, rule)).isEqualTo(WARNING);
        assertThat(SlownessJudge.judge(true, true, false, rule)).isEqualTo(WARNING);
        assertThat(SlownessJudge.judge(false, true, true, rule)).isEqualTo(Signal.GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, -1, GOOD",
        "WARN, 1, WARNING",
        "WARN, 0, CRITICAL",
        "FAIL, 1, WARNING",
        "FAIL, -1, CRITICAL",
        "UNKNOWN, -1, NO_DATA",
    })
    void aCertificateBecomesCriticalByItsOwnLifetime(String value, int hoursToCritical, String expected) {
        var rule = rule(BuiltInRule.CERTIFICATE_EXPIRING, RuleSettings.Certificate.DEFAULT);

        assertThat(ExpiryJudge.judge(value, NOW.plus(Duration.ofHours(hoursToCritical)), NOW, rule))
                .isEqualTo(signal(expected));
    }

    @Test
    void aTenthOfNinetyDaysIsNineDays() {
        Instant notAfter = NOW.plus(Duration.ofDays(90));

        assertThat(ExpiryJudge.criticalFrom(notAfter, Duration.ofDays(90), RuleSettings.Certificate.DEFAULT))
                .isEqualTo(notAfter.minus(Duration.ofDays(9)));
    }

    @Test
    void aCertificateOfUnknownLifeIsCriticalWhenItsCheckFails() {
        var rule = rule(BuiltInRule.CERTIFICATE_EXPIRING, RuleSettings.Certificate.DEFAULT);

        assertThat(ExpiryJudge.judge("WARN", null, NOW, rule)).isEqualTo(WARNING);
        assertThat(ExpiryJudge.judge("FAIL", null, NOW, rule)).isEqualTo(CRITICAL);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "FAIL, PASS, false, WARNING",
                "WARN, PASS, false, WARNING",
                "FAIL, -, false, NO_DATA",
                "FAIL, WARN, false, NO_DATA",
                "FAIL, WARN, true, WARNING",
                "PASS, FAIL, true, GOOD",
                "NOT_APPLICABLE, FAIL, true, GOOD",
                "UNKNOWN, PASS, true, NO_DATA",
            })
    void postureIsWorseOnlyWhereItHasBeenGood(String value, String before, boolean ongoing, String expected) {
        var rule = rule(BuiltInRule.POSTURE_WORSE, RuleSettings.Posture.DEFAULT);

        assertThat(PostureJudge.judge(value, before, ongoing, rule)).isEqualTo(signal(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "filing-8k-1.03, 95, 10, CRITICAL",
        "filing-8k-1.03, 95, 1095, CRITICAL",
        "filing-8k-1.03, 95, 1096, NO_DATA",
        "filing-8k-2.04, 45, 10, CRITICAL",
        "filing-8k-2.04, 45, 366, NO_DATA",
        "filing-8k-4.02, 35, 10, WARNING",
        "filing-8k-4.02, 20, 365, WARNING",
        "filing-8k-5.02, 19, 10, NO_DATA",
        "filing-8k-1.05, 0, 10, WARNING",
        "filing-8k-1.05, 0, 366, NO_DATA",
        "filing-10-k, 0, 1, NO_DATA",
    })
    void filingsOpenAlertsByWeightAndAge(String signal, int weight, int ageDays, String expected) {
        var rule = rule(BuiltInRule.FILING_EVENT, RuleSettings.Filing.DEFAULT);

        assertThat(FilingJudge.judge(signal, weight, NOW.minus(Duration.ofDays(ageDays)), NOW, rule))
                .isEqualTo(signal(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "Email addresses, 90, WARNING",
        "Names|Historical passwords, 90, CRITICAL",
        "Email addresses|Passwords, 1, CRITICAL",
        "Auth tokens, 1, CRITICAL",
        "Partial credit card data, 1, CRITICAL",
        "Payment histories, 1, CRITICAL",
        "Passwords, 91, NO_DATA",
    })
    void breachesOpenAlertsByWhatWasTakenAndWhenThatWasPublished(String data, int ageDays, String expected) {
        var rule = rule(BuiltInRule.BREACH, RuleSettings.News.OF_BREACHES);

        assertThat(BreachJudge.judge(NOW.minus(Duration.ofDays(ageDays)), NOW, List.of(data.split("\\|", -1)), rule))
                .isEqualTo(signal(expected));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // signal, value and number before, value and number now
                "domain-registrar, One Ltd, -, Two Ltd, -, true",
                "domain-registrar, One Ltd, -, 'ONE, LTD.', -, false",
                "domain-registrar, One Ltd, 1, Uno Ltd, 1, false",
                "domain-registrar, One Ltd, 1, One Ltd, 2, true",
                "domain-registrar, One Ltd, 1, Two Ltd, -, true",
                "domain-name-servers, a.example b.example, -, a.example c.example, -, true",
                "domain-name-servers, ns1.a.example, -, ns1a.example, -, true",
                "domain-name-servers, a.example, -, a.example, -, false",
            })
    void aDomainMovesByNumberElseByName(
            String signal, String before, String idBefore, String now, String id, boolean moved) {
        assertThat(DomainMoveJudge.moved(state(signal, before, idBefore), state(signal, now, id)))
                .isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({
        // outcome, seconds it has lasted, seconds since its last observation, page, expected
        "DOWN, 0, 0, OPERATIONAL, NO_DATA",
        "DOWN, 30, 0, OPERATIONAL, WARNING",
        "DOWN, 30, 30, OPERATIONAL, NO_DATA",
        "DOWN, 60, 60, OPERATIONAL, WARNING",
        "DOWN, 600, 0, IMPAIRED, GOOD",
        "DOWN, 600, 0, NOTHING, NO_DATA",
        "UP, 600, 0, OPERATIONAL, GOOD",
        "DEGRADED, 600, 0, OPERATIONAL, GOOD",
        "UNKNOWN, 600, 0, OPERATIONAL, NO_DATA",
    })
    void aPageContradictsUsOnceTheOutageLasts(
            Outcome outcome, int lasting, int sinceSeen, PageSays page, String expected) {
        var rule = rule(BuiltInRule.STATUS_PAGE_CONTRADICTS, RuleSettings.Contradiction.DEFAULT);
        LatestState state = new LatestState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                true,
                NOW.minusSeconds(sinceSeen),
                outcome,
                NOW.minusSeconds(lasting),
                Cause.OK,
                "",
                1);

        assertThat(ContradictionJudge.judge(state, page, NOW, rule)).isEqualTo(signal(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "UP, OK, OPERATIONAL",
        "DEGRADED, DECLARED, IMPAIRED",
        "DOWN, DECLARED, IMPAIRED",
        "UP, DECLARED, IMPAIRED",
        "DOWN, CONNECTION_REFUSED, NOTHING",
        "UNKNOWN, DNS_FAILED, NOTHING",
    })
    void aPageThatCannotBeReadSaysNothing(Outcome outcome, Cause cause, PageSays says) {
        assertThat(PageSays.of(outcome, cause)).isEqualTo(says);
    }

    @Test
    void viabilitySlipsByTrendAndDropOrByAHardFact() {
        var rule = rule(BuiltInRule.VIABILITY_SLIPPING, RuleSettings.Viability.DEFAULT);

        assertThat(ViabilityJudge.judge(health(70, Trend.STEADY, null), 90, rule))
                .isEqualTo(Signal.GOOD);
        assertThat(ViabilityJudge.judge(health(85, Trend.SLIPPING, null), 90, rule))
                .isEqualTo(WARNING);
        assertThat(ViabilityJudge.judge(health(86, Trend.SLIPPING, null), 90, rule))
                .isEqualTo(Signal.NO_DATA);
        assertThat(ViabilityJudge.judge(health(86, Trend.SLIPPING, null), null, rule))
                .isEqualTo(Signal.NO_DATA);
        assertThat(ViabilityJudge.judge(health(20, Trend.STEADY, "bankruptcy filing"), null, rule))
                .isEqualTo(CRITICAL);
        assertThat(ViabilityJudge.judge(health(null, Trend.STEADY, null), 90, rule))
                .isEqualTo(Signal.NO_DATA);
    }

    @ParameterizedTest
    @CsvSource({
        // The four standard rules in their order: two that page, two that do not.
        "CALM CALM CALM CALM, GOOD",
        "BURNING CALM BURNING BURNING, CRITICAL",
        "CALM BURNING UNKNOWN CALM, CRITICAL",
        "CALM CALM BURNING CALM, WARNING",
        "UNKNOWN UNKNOWN UNKNOWN BURNING, WARNING",
        "UNKNOWN CALM CALM CALM, NO_DATA",
        "CALM CALM CALM UNFIT, GOOD",
        "UNFIT UNFIT UNFIT UNFIT, NO_DATA",
    })
    void aBudgetBurnsByAnyRuleAndIsCalmByAllThatAreOfUse(String states, String expected) {
        var rule = rule(BuiltInRule.ERROR_BUDGET_BURN, RuleSettings.Budget.DEFAULT);
        List<String> said = List.of(states.split(" "));
        List<BurnRate> rates = IntStream.range(0, said.size())
                .mapToObj(i -> burn(BurnRule.STANDARD.get(i), BurnRate.State.valueOf(said.get(i))))
                .toList();

        assertThat(BudgetJudge.judge(rates, rule)).isEqualTo(signal(expected));
    }

    @ParameterizedTest
    @CsvSource({"PT5M, 5 min", "PT90M, 90 min", "PT1H, 1 h", "PT6H, 6 h", "P1D, 1 day", "P3D, 3 days"})
    void aWindowIsToldInItsLargestUnit(Duration window, String words) {
        assertThat(BudgetFacts.words(window)).isEqualTo(words);
    }

    @Test
    void theMedianNeverMakesADropLarger() {
        assertThat(ViabilityJudge.median(List.of(90, 80))).isEqualTo(80);
        assertThat(ViabilityJudge.median(List.of(90, 10, 80))).isEqualTo(80);
        assertThat(ViabilityJudge.median(List.of())).isNull();
    }

    private static boolean slow(Answer answer, Double baseline) {
        return SlownessJudge.slow(answer, baseline, RuleSettings.Slowness.DEFAULT);
    }

    private static boolean confirmed(Double baseline, List<Answer> recent) {
        return SlownessJudge.confirmed(recent, baseline, RuleSettings.Slowness.DEFAULT);
    }

    private static List<Answer> answers(double... durations) {
        return Arrays.stream(durations)
                .mapToObj(duration -> new Answer(Outcome.UP, duration))
                .toList();
    }

    private static Fact state(String signal, String value, String registrarId) {
        Map<String, Object> detail = registrarId == null ? Map.of() : Map.of("registrarId", registrarId);
        return new Fact(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                Dimension.SECURITY,
                signal,
                signal,
                value,
                NOW,
                NOW,
                null,
                "https://rdap.example.org",
                detail);
    }

    private static Health health(Integer index, Trend trend, String cap) {
        DimensionScore unknown = DimensionScore.UNKNOWN;
        return new Health(
                index,
                index == null ? null : "B",
                trend,
                1,
                NOW,
                "1",
                cap,
                new Health.Dimensions(unknown, unknown, unknown, unknown));
    }

    private static BurnRate burn(BurnRule rule, BurnRate.State state) {
        return new BurnRate(rule, rule.shortWindow(), state, 20, 20, "So it is.");
    }

    private static <S extends RuleSettings> ActiveRule<S> rule(BuiltInRule rule, S settings) {
        return new ActiveRule<>(rule, rule.severity(), settings);
    }

    private static Signal signal(String name) {
        return switch (name) {
            case "GOOD" -> Signal.GOOD;
            case "NO_DATA" -> Signal.NO_DATA;
            default -> Signal.bad(Severity.valueOf(name));
        };
    }
}
