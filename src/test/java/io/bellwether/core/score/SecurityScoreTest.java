package io.bellwether.core.score;

import static io.bellwether.core.score.FilingLedgerTest.filing;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.catalogue.RuleSets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityScoreTest {

    private static final List<CheckOutcome> OUTCOMES = List.of(CheckOutcome.values());
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
        assertThat(SecurityScore.of(all(CheckOutcome.UNKNOWN), List.of(), NOW).score())
                .isNull();
    }

    @Test
    void aCheckNotConfirmedForAWeekIsUnknown() {
        SecurityCheck old = check("spf-record", CheckOutcome.FAIL, 8, NOW.minus(Duration.ofDays(8)), false);

        assertThat(SecurityScore.of(List.of(old), List.of(), NOW).score()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"FAIL, 12.5, 13", "FAIL, 10, 10", "WARN, 4.4, 4", "FAIL, 140, 100", "FAIL, 0, 0", "FAIL, 0.4, 0"})
    void takesThePointsOfTheRule(CheckOutcome outcome, double points, int taken) {
        DimensionScore score = SecurityScore.of(List.of(check("a", outcome, points, NOW, false)), List.of(), NOW);

        assertThat(score.score()).isEqualTo(100 - taken);
        assertThat(score.drivers()).hasSize(taken == 0 ? 0 : 1);
        assertThat(score.drivers().stream().mapToInt(Driver::contribution).sum())
                .isEqualTo(taken);
    }

    @Test
    void oneCheckOfSeveralHostsCountsOnceWithItsWorstAnswer() {
        List<SecurityCheck> checks = List.of(
                check("hsts", CheckOutcome.PASS, 0, NOW, false),
                check("hsts", CheckOutcome.FAIL, 12, NOW, false),
                check("hsts", CheckOutcome.WARN, 6, NOW, false));

        assertThat(SecurityScore.of(checks, List.of(), NOW).score()).isEqualTo(88);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 70", "2026-05-26, 85", "2025-11-27, 93", "2020-01-01, 100"})
    void aReportedIncidentWearsOff(String day, int expected) {
        FilingEvent incident = filing("filing-8k-1.05", day);

        assertThat(SecurityScore.of(all(CheckOutcome.PASS), List.of(incident), NOW)
                        .score())
                .isEqualTo(expected);
    }

    /** Nothing but a report, old or new, says how safe it is: a score of it alone would be a good one. */
    @ParameterizedTest
    @CsvSource({"2026-11-22", "2015-01-01"})
    void anIncidentAloneIsNoScore(String day) {
        DimensionScore score = SecurityScore.of(List.of(), List.of(filing("breach", day)), NOW);

        assertThat(score.score()).isNull();
        assertThat(score.reason().it()).contains("incident that was reported is of " + day);
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource({
        "breach, 30",
        "breach-unverified, 0",
        "breach-withdrawn, 0",
        "certificate-issued, 0",
        "known-exploited, 0",
        "privacy-text-changed, 0"
    })
    void onlyIncidentsTakePoints(String signal, int points) {
        DimensionScore score = SecurityScore.of(all(CheckOutcome.PASS), List.of(filing(signal, "2026-11-22")), NOW);

        assertThat(score.score()).isEqualTo(100 - points);
        assertThat(score.drivers()).hasSize(points == 0 ? 0 : 1);
        assertThat(score.drivers())
                .allSatisfy(driver -> assertThat(driver.text().marketing())
                        .startsWith(
                                signal.equals("breach") ? "Data that it kept was stolen" : "It reported an attack"));
    }

    @Test
    void aBreachThatIsWithdrawnTakesNothingAnyMore() {
        Instant day = Instant.parse("2026-11-22T00:00:00Z");
        List<FilingEvent> events = List.of(
                new FilingEvent("breach", "breach:Shop", day, "https://list.example/Shop"),
                new FilingEvent("breach", "breach:ShopTwo", day, "https://list.example/ShopTwo"),
                new FilingEvent("breach-unverified", "breach-unverified:ShopTwo", day, "https://list.example/ShopTwo"),
                new FilingEvent("breach-withdrawn", "breach-withdrawn:Shop", day, "https://list.example/Shop"));

        DimensionScore score = SecurityScore.of(all(CheckOutcome.PASS), events, NOW);

        assertThat(score.score()).isEqualTo(70);
        assertThat(score.drivers())
                .singleElement()
                .satisfies(driver -> assertThat(driver.source()).isEqualTo("https://list.example/ShopTwo"));
    }

    @Test
    void unknownChecksLowerTheConfidenceOnly() {
        List<SecurityCheck> noPages = rules().filter(rule -> rule.category() != Category.WEB)
                .map(rule -> check(rule, CheckOutcome.PASS, 0))
                .toList();

        DimensionScore score = SecurityScore.of(noPages, List.of(), NOW);

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.confidence()).isEqualTo(0.65);
    }

    @Test
    void aCheckWhoseLatestLookCouldNotTellCountsHalfForTheConfidenceAndStaysInTheScore() {
        List<SecurityCheck> checks = rules().map(rule -> new SecurityCheck(
                        rule.id(),
                        rule.category(),
                        rule.name(),
                        rule.meaning(),
                        CheckOutcome.PASS,
                        0,
                        NOW,
                        NOW,
                        rule.category() == Category.TLS,
                        "/s"))
                .toList();

        DimensionScore score = SecurityScore.of(checks, List.of(), NOW);

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.confidence()).isEqualTo(0.825);
    }

    @RepeatedTest(200)
    void unknownNeverLowersTheScoreAndWorseNeverRaisesIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<SecurityCheck> checks = new ArrayList<>();
        rules().forEach(rule -> {
            CheckOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            checks.add(check(rule, outcome, outcome.bad() ? random.nextInt(40) : 0));
        });
        checks.add(check("hsts", CheckOutcome.PASS, 0, NOW, false));
        int changed = random.nextInt(checks.size());
        int before = SecurityScore.of(checks, List.of(), NOW).score();

        assertThat(SecurityScore.of(with(checks, changed, CheckOutcome.FAIL, 40), List.of(), NOW)
                        .score())
                .isLessThanOrEqualTo(before);
        Integer unknown = SecurityScore.of(with(checks, changed, CheckOutcome.UNKNOWN, 0), List.of(), NOW)
                .score();
        assertThat(unknown == null ? 100 : unknown).isGreaterThanOrEqualTo(before);
    }

    private static List<SecurityCheck> with(
            List<SecurityCheck> checks, int index, CheckOutcome outcome, double points) {
        List<SecurityCheck> changed = new ArrayList<>(checks);
        changed.set(index, check(checks.get(index).signal(), outcome, points, NOW, false));
        return changed;
    }

    private static List<SecurityCheck> all(CheckOutcome outcome) {
        return rules().map(rule -> check(rule, outcome, 0)).toList();
    }

    private static Stream<CheckRule> rules() {
        return RuleSets.all().stream().flatMap(set -> set.checks().stream());
    }

    static SecurityCheck check(CheckRule rule, CheckOutcome outcome, double points) {
        return new SecurityCheck(
                rule.id(),
                rule.category(),
                rule.name(),
                rule.meaning(),
                outcome,
                points,
                NOW.minus(Duration.ofDays(40)),
                NOW,
                false,
                "https://vendor.example/");
    }

    private static SecurityCheck check(
            String signal, CheckOutcome outcome, double points, Instant confirmedAt, boolean doubtful) {
        return new SecurityCheck(
                signal,
                Category.WEB,
                "Check " + signal,
                "A check of its security found a weakness.",
                outcome,
                points,
                confirmedAt.minus(Duration.ofDays(40)),
                confirmedAt,
                doubtful,
                "https://vendor.example/");
    }
}
