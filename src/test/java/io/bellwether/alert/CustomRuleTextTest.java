package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.voice.Moment;
import io.bellwether.alert.voice.PlainLanguage;
import io.bellwether.alert.voice.Tellers;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.rule.Anomaly;
import io.bellwether.core.alert.rule.Burn;
import io.bellwether.core.alert.rule.Comparison;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.Metric;
import io.bellwether.core.alert.rule.NoData;
import io.bellwether.core.alert.rule.ScoreDrop;
import io.bellwether.core.alert.rule.Threshold;
import io.bellwether.core.alert.rule.Verdict;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.Objective;
import io.bellwether.vendor.Owners;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What both readers are told of a rule that somebody made, whatever its kind. */
class CustomRuleTextTest {

    private static final Policy ONCE = Policy.inARow(1, 1);
    private static final Verdict BAD = new Verdict(Signal.bad(Severity.WARNING), 42.5, 30);

    private final Narrator narrator = new Narrator(Tellers.builtIn());

    static List<Detector> detectors() {
        Stream<Detector> thresholds = Arrays.stream(Metric.values())
                .map(metric -> new Threshold(metric, Comparison.ABOVE, 30, 30, Duration.ofMinutes(5), ONCE));
        BurnRule burn = new BurnRule(6, Duration.ofHours(6), Duration.ofMinutes(30), BurnRule.Urgency.TICKET, 3);
        return Stream.concat(
                        thresholds,
                        Stream.of(
                                new NoData(Duration.ofHours(3)),
                                new ScoreDrop(Metric.FINANCIAL_SCORE, 30, 14),
                                new Anomaly(Metric.LATENCY_P99, 8, 4, 4, 100, ONCE),
                                new Burn(new Objective.Availability(0.9995), burn, ONCE)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void bothVoicesAreWholeSentencesAndTheBusinessVoiceSpeaksNoJargon(Detector detector) {
        Voices told = narrator.tell(CustomRule.STORY, Moment.FIRING, facts(detector), Owners.NONE);

        assertThat(List.of(told.it(), told.marketing()))
                .allSatisfy(text -> assertThat(text)
                        .startsWith("Globex")
                        .endsWith(".")
                        .doesNotContain("null", "{", "}", "NOT_FOUND", "  ", "..", "&"));
        assertThat(PlainLanguage.faults(Lens.MARKETING, told.marketing())).isEmpty();
        assertThat(told.it()).contains("front page", "checkout-slow");
    }

    @ParameterizedTest
    @EnumSource
    void theEndIsToldWithItsReasonIfItHasOne(Ending ending) {
        Map<String, Object> facts = facts(new NoData(Duration.ofHours(3)));
        facts.put("endedAt", "2026-03-02T09:30:00Z");
        facts.put("minutes", 90);
        facts.put(Withdrawals.REASON, ending.reason);

        Voices told = narrator.tell(CustomRule.STORY, Moment.RESOLVED, facts, Owners.NONE);

        assertThat(told.it()).contains("90 min.").endsWith(ending.reason).endsWith(".");
        assertThat(told.marketing())
                .contains("90 min in all.")
                .endsWith(ending.reason)
                .endsWith(".");
    }

    enum Ending {
        SEEN(""),
        NOT_SEEN("This was not seen to end: its rule was deleted.");

        private final String reason;

        Ending(String reason) {
            this.reason = reason;
        }
    }

    private static Map<String, Object> facts(Detector detector) {
        Voices finding = detector.finding(BAD);
        Map<String, Object> facts = new HashMap<>();
        facts.put("vendorName", "Globex");
        facts.put("itContact", "Ada, ada@example.org");
        facts.put("startedAt", "2026-03-02T08:00:00Z");
        facts.put("ruleName", "checkout-slow");
        facts.put("probeName", "front page");
        facts.put("finding", finding.it());
        facts.put("findingPlain", finding.marketing());
        facts.put(Withdrawals.REASON, "");
        return facts;
    }
}
