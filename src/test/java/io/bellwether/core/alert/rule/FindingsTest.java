package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.Objective;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {

    private static final Policy ONCE = Policy.inARow(1, 1);
    private static final Signal BAD = Signal.bad(Severity.WARNING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATENCY_P95 | ABOVE | 1000 | 1234.6 | LATENCY_P95 is 1.23 s over 5 min, above the limit of 1 s."
                        + " | It takes 1.23 s to answer, above the limit of 1 s.",
                "AVAILABILITY | BELOW | 0.995 | 0.96667 | AVAILABILITY is 96.667 % over 5 min, below the limit of 99.5 %."
                        + " | It worked for 96.667 % of the time lately, below the limit of 99.5 %.",
                "SECURITY_SCORE | BELOW | 60 | 54 | SECURITY_SCORE is 54 points, below the limit of 60 points."
                        + " | Its security stands at 54 points, below the limit of 60 points."
            })
    void aThresholdIsToldInTheUnitThatIsReadBest(
            Metric metric, Comparison comparison, double limit, double value, String it, String marketing) {
        Threshold rule = new Threshold(metric, comparison, limit, limit, Duration.ofMinutes(5), ONCE);

        assertThat(rule.finding(new Verdict(BAD, value, limit)).it()).isEqualTo(it);
        assertThat(rule.finding(new Verdict(BAD, value, limit)).marketing()).isEqualTo(marketing);
    }

    @Test
    void aBurningBudgetIsTold() {
        Burn rule = new Burn(
                new Objective.Availability(0.999),
                new BurnRule(14.4, Duration.ofHours(1), Duration.ofMinutes(5), BurnRule.Urgency.TICKET, 3),
                ONCE);

        assertThat(rule.finding(new Verdict(BAD, 50, 14.4)).it())
                .isEqualTo("The error budget of 99.9 % burns 50 times as fast as it lasts, over 1 h and over 5 min;"
                        + " the limit is 14.4 times.");
        assertThat(rule.finding(new Verdict(BAD, 50, 14.4)).marketing())
                .isEqualTo("It fails 50 times as often as a promise of 99.9 % allows; the limit is 14.4 times.");
    }

    @Test
    void aFallAndSilenceAreTold() {
        assertThat(new ScoreDrop(Metric.INDEX, 10, 7)
                        .finding(new Verdict(BAD, 12, 10))
                        .it())
                .isEqualTo("INDEX fell by 12 points within 7 days; 10 count as trouble.");
        assertThat(new NoData(Duration.ofMinutes(90))
                        .finding(new Verdict(BAD, 95, 90))
                        .marketing())
                .isEqualTo("For at least 90 min we could not tell whether it works.");
    }

    @Test
    void anAnomalyIsTold() {
        assertThat(new Anomaly(Metric.LATENCY_P50, 8, 4, 4, 100, ONCE)
                        .finding(new Verdict(BAD, 2100, 850))
                        .marketing())
                .isEqualTo("It takes 2.1 s to answer; at this hour of the week at most 0.85 s is usual.");
    }

    @ParameterizedTest
    @CsvSource({"200, 5000, between 200 and 5000", "200, , at least 200", ", 0.5, at most 0.5", ", , any number"})
    void boundsAreSaidInWords(Double min, Double max, String words) {
        assertThat(new Bound(min, max).words()).isEqualTo(words);
    }

    @Test
    void boundsIncludeTheirEnds() {
        Bound bound = new Bound(1.0, 2.0);

        assertThat(bound.allows(1)).isTrue();
        assertThat(bound.allows(2)).isTrue();
        assertThat(bound.allows(0.999)).isFalse();
        assertThat(bound.allows(2.001)).isFalse();
        assertThat(bound.allows(Double.NaN)).isFalse();
        assertThat(new Bound(2.0, 1.0).possible()).isFalse();
    }
}
