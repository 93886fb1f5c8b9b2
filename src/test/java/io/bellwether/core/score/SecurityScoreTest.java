package io.bellwether.core.score;

import static io.bellwether.core.score.FilingLedgerTest.filing;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityScoreTest {

    private static final List<CheckOutcome> VALUES = List.of(CheckOutcome.values());
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void allPassedIsAHundredWithFullConfidence() {
        DimensionScore score = SecurityScore.of(all(CheckOutcome.PASS), List.of(), NOW);

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.confidence()).isEqualTo(1);
    }

    @Test
    void whatDoesNotApplyIsAsGoodAsPassed() {
        assertThat(SecurityScore.of(all(CheckOutcome.NOT_APPLICABLE), List.of(), NOW))
                .isEqualTo(SecurityScore.of(all(CheckOutcome.PASS), List.of(), NOW));
    }

    @Test
    void nothingKnownIsNoScore() {
        assertThat(SecurityScore.of(List.of(), List.of(), NOW).score()).isNull();
        assertThat(SecurityScore.of(all(CheckOutcome.UNKNOWN), List.of(), NOW).score()).isNull();
    }

    @Test
    void aCheckNotConfirmedForAWeekIsUnknown() {
        SecurityCheck old = new SecurityCheck("header-hsts", CheckOutcome.FAIL, NOW, NOW.minus(Duration.ofDays(8)), "/s");

        assertThat(SecurityScore.of(List.of(old), List.of(), NOW).score()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "header-hsts, FAIL, 12",
        "header-hsts, WARN, 6",
        "header-hsts, PASS, 0",
        "header-csp, FAIL, 10",
        "tls-certificate-expiry, FAIL, 40",
        "tls-chain, FAIL, 35",
        "header-referrer-policy, WARN, 0",
        "header-permissions-policy, WARN, 0",
        "header-never-heard-of, FAIL, 3",
        "tls-never-heard-of, WARN, 1",
    })
    void takesTheWeightOfTheCheck(String signal, CheckOutcome value, int points) {
        DimensionScore score = SecurityScore.of(List.of(check(signal, value)), List.of(), NOW);

        assertThat(score.score()).isEqualTo(100 - points);
        assertThat(score.drivers()).hasSize(points == 0 ? 0 : 1);
    }

    @Test
    void oneCheckOfSeveralHostsCountsOnceWithItsWorstAnswer() {
        List<SecurityCheck> checks = List.of(
                check("header-hsts", CheckOutcome.PASS), check("header-hsts", CheckOutcome.FAIL), check("header-hsts", CheckOutcome.WARN));

        assertThat(SecurityScore.of(checks, List.of(), NOW).score()).isEqualTo(88);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 70", "2026-05-26, 85", "2025-11-27, 93", "2020-01-01, 100"})
    void aReportedIncidentWearsOff(String day, int expected) {
        FilingEvent incident = filing("filing-8k-1.05", day);

        assertThat(SecurityScore.of(all(CheckOutcome.PASS), List.of(incident), NOW).score())
                .isEqualTo(expected);
    }

    @Test
    void unknownChecksLowerTheConfidenceOnly() {
        List<SecurityCheck> half =
                all(CheckOutcome.PASS).subList(0, SecurityWeights.expected().size() / 2);

        DimensionScore score = SecurityScore.of(half, List.of(), NOW);

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.confidence()).isBetween(0.4, 0.5);
    }

    @RepeatedTest(200)
    void unknownNeverLowersTheScoreAndWorseNeverRaisesIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<SecurityCheck> checks = new ArrayList<>();
        for (String signal : SecurityWeights.expected()) {
            checks.add(check(signal, VALUES.get(random.nextInt(VALUES.size()))));
        }
        checks.add(check("header-hsts", CheckOutcome.PASS));
        int changed = random.nextInt(checks.size());
        int before = SecurityScore.of(checks, List.of(), NOW).score();

        assertThat(SecurityScore.of(with(checks, changed, CheckOutcome.FAIL), List.of(), NOW)
                        .score())
                .isLessThanOrEqualTo(before);
        Integer unknown = SecurityScore.of(with(checks, changed, CheckOutcome.UNKNOWN), List.of(), NOW)
                .score();
        assertThat(unknown == null ? 100 : unknown).isGreaterThanOrEqualTo(before);
    }

    @Test
    void everyWeightHasARationale() {
        assertThat(SecurityWeights.all()).allSatisfy(weight -> {
            assertThat(weight.rationale()).isNotBlank();
            assertThat(weight.fail()).isGreaterThanOrEqualTo(weight.warn());
        });
    }

    private static List<SecurityCheck> with(List<SecurityCheck> checks, int index, CheckOutcome value) {
        List<SecurityCheck> changed = new ArrayList<>(checks);
        changed.set(index, check(checks.get(index).signal(), value));
        return changed;
    }

    private static List<SecurityCheck> all(CheckOutcome value) {
        return SecurityWeights.expected().stream()
                .map(signal -> check(signal, value))
                .toList();
    }

    private static SecurityCheck check(String signal, CheckOutcome value) {
        return new SecurityCheck(signal, value, NOW.minus(Duration.ofDays(40)), NOW, "https://vendor.example/");
    }
}
