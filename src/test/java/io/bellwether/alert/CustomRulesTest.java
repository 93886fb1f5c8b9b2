package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.history.Partitions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that people make, from the stored history to what is told, and the same on the past. */
@QuarkusTest
class CustomRulesTest {

    private final Instance<RuleWorld> worlds;
    private final AlertWorld world;
    private final AlertRules all;
    private final RuleRounds rounds;
    private final Partitions partitions;
    private final Clock clock;
    private RuleWorld own;

    CustomRulesTest(
            Instance<RuleWorld> worlds,
            AlertWorld world,
            AlertRules all,
            RuleRounds rounds,
            Partitions partitions,
            Clock clock) {
        this.worlds = worlds;
        this.world = world;
        this.all = all;
        this.rounds = rounds;
        this.partitions = partitions;
        this.clock = clock;
    }

    @BeforeEach
    void aProbeOfAVendor() {
        own = worlds.get();
    }

    @Test
    void aThresholdFiresAfterItsWindowsAndResolvesAtItsRecoveryValue() {
        UUID rule = own.create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000, "recoverValue", 500));
        own.answers(0, 200, 200, 2000, 200, 2000, 2000, 700, 700, 300, 300, 300);

        own.judge(rule, 1, 4);
        Alert pending = own.only();
        own.judge(rule, 5, 5);
        Alert firing = own.only();
        own.judge(rule, 6, 9);
        Alert recovering = own.only();
        own.judge(rule, 10, 10);

        assertThat(pending.condition()).isEqualTo(Condition.PENDING);
        assertThat(firing.condition()).isEqualTo(Condition.FIRING);
        assertThat(firing.severity()).isEqualTo(Severity.WARNING);
        assertThat(firing.labels()).containsEntry("alertname", own.name(rule)).containsEntry("domain", "latency");
        assertThat(firing.firedAt()).isEqualTo(own.at(5));
        assertThat(firing.text().it())
                .containsPattern("front page: LATENCY_P95 is (1\\.9\\d|2) s over 5 min, above the limit of 1 s");
        assertThat(firing.text().marketing())
                .contains("to answer, above the limit of 1 s")
                .doesNotContain("LATENCY");
        assertThat(recovering.condition()).isEqualTo(Condition.RECOVERING);
        assertThat(own.only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(own.only().timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING", "RESOLVED");
    }

    @Test
    void theFuturesPastIsWhatThePreviewSays() {
        UUID rule = own.create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        own.answers(0, 200, 2000, 2000, 200, 200, 200, 2000, 200, 2000, 2000, 200, 200, 200);
        own.judge(rule, 1, 13);

        JsonPath preview = RuleWorld.preview(Map.of("ruleId", rule, "days", 1));

        assertThat(preview.getInt("subjects")).isEqualTo(1);
        assertThat(preview.getInt("judged")).isEqualTo(1);
        assertThat(preview.getInt("count")).isEqualTo(2);
        assertThat(preview.<String>getList("episodes.firedAt"))
                .isEqualTo(own.told().stream()
                        .map(alert -> alert.firedAt().toString())
                        .toList())
                .hasSize(2);
        assertThat(preview.<String>getList("episodes.resolvedAt"))
                .isEqualTo(own.told().stream()
                        .map(alert -> alert.resolvedAt().toString())
                        .toList());
        assertThat(preview.<String>getList("episodes.probeId"))
                .containsOnly(own.probe.id().toString());
    }

    @Test
    void aPreviewOfADraftChangesNothingAndWarnsOfNoise() {
        IntStream.range(0, 6).forEach(round -> own.answers(round * 6, 200, 2000, 2000, 200, 200, 200));
        Map<String, Object> draft = Map.of(
                "kind",
                "threshold",
                "severity",
                "CRITICAL",
                "selection",
                Map.of("vendors", List.of(own.vendor.slug())),
                "settings",
                Map.of("metric", "LATENCY_P95", "value", 1000));

        JsonPath preview = RuleWorld.preview(Map.of("rule", draft));

        assertThat(preview.getInt("count")).isEqualTo(6);
        assertThat(preview.getList("episodes.severity")).containsOnly("CRITICAL");
        assertThat(preview.getInt("totalMinutes")).isEqualTo(60);
        assertThat(preview.getInt("brief")).isEqualTo(6);
        assertThat(preview.<String>getList("warnings"))
                .singleElement()
                .asString()
                .contains("6 of 6 were over");
        assertThat(own.told()).isEmpty();
    }

    @Test
    void noStepIsJudgedTwice() {
        UUID rule = own.create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        own.answers(0, 2000, 2000);

        own.judge(rule, 1, 1);
        own.judge(rule, 1, 1);
        own.judge(rule, 1, 1);

        assertThat(own.only().condition()).isEqualTo(Condition.PENDING);
    }

    @Test
    void whatIsUnknownForTheTimeIsNoData() {
        UUID rule = own.create("no-data", Map.of("afterMinutes", 10));
        own.answers(0, 200, 200);
        IntStream.range(10, 25).forEach(minute -> own.observe(minute, Outcome.UNKNOWN, 0));

        own.judge(rule, 1, 3);
        assertThat(own.told()).isEmpty();
        own.judge(rule, 4, 4);
        Alert silent = own.only();
        own.answers(5, 200);
        own.judge(rule, 5, 6);

        assertThat(silent.condition()).isEqualTo(Condition.FIRING);
        assertThat(silent.text().marketing()).contains("For at least 10 min we could not tell whether it works.");
        assertThat(own.only().condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void anErrorBudgetBurnsByThreeBadAnswersAndNotByTwo() {
        UUID rule = own.create("burn-rate", Map.of("target", 0.999, "factor", 14.4, "longWindow", "PT1H"));
        IntStream.range(0, 65)
                .forEach(minute -> own.observe(minute, minute > 57 && minute < 60 ? Outcome.DOWN : Outcome.UP, 100));
        own.judge(rule, 12, 13);
        assertThat(own.told()).isEmpty();

        IntStream.range(65, 70).forEach(minute -> own.observe(minute, Outcome.DOWN, 100));
        own.judge(rule, 14, 14);

        assertThat(own.only().condition()).isEqualTo(Condition.FIRING);
        assertThat(own.only().text().it()).contains("The error budget of 99.9 %");
    }

    @Test
    void aScoreThatFellIsToldOnTheDayItFell() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        snapshot(today.minusDays(2), 80);
        snapshot(today.minusDays(1), 79);
        snapshot(today, 60);
        UUID rule = own.create("score-drop", Map.of("metric", "SECURITY_SCORE", "points", 15, "days", 7));
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();

        RuleWorld.round(() -> rounds.judge(own.active(rule), midnight));
        assertThat(own.told()).isEmpty();
        RuleWorld.round(() -> rounds.judgeToday(own.active(rule), clock.instant()));
        RuleWorld.round(() -> rounds.judgeToday(own.active(rule), clock.instant()));
        Alert fallen = own.only();
        snapshot(today, 78);
        RuleWorld.round(() -> rounds.judgeToday(own.active(rule), clock.instant()));
        Alert better = own.only();
        RuleWorld.round(() -> rounds.judge(own.active(rule), midnight.plus(Duration.ofDays(1))));

        assertThat(fallen.condition()).isEqualTo(Condition.FIRING);
        assertThat(fallen.text().marketing()).contains("Its security fell by 20 points within 7 days");
        assertThat(fallen.labels()).doesNotContainKey("instance");
        assertThat(better.condition()).as("the day is not over").isEqualTo(Condition.FIRING);
        assertThat(own.only().condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void anAnomalyIsMeasuredByTheSameHourOfEarlierWeeks() {
        UUID rule = own.create("anomaly", Map.of("weeks", 3, "minimumSamples", 3));
        Instant hour = Replay.floor(Duration.ofHours(1), clock.instant()).minus(Duration.ofHours(1));
        LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
        partitions.ensure(day.minusDays(21), day);
        for (int week = 1; week <= 3; week++) {
            Instant then = hour.minus(Duration.ofDays(7L * week));
            IntStream.range(0, 5)
                    .forEach(minute -> own.store(then.plusSeconds(60L * minute), Outcome.UP, 200 + minute));
        }
        IntStream.range(0, 5).forEach(minute -> own.store(hour.plusSeconds(60L * minute), Outcome.UP, 900));

        RuleWorld.round(() -> rounds.judge(own.active(rule), hour.plus(Duration.ofHours(1))));

        assertThat(own.only().condition()).isEqualTo(Condition.FIRING);
        assertThat(own.only().text().marketing()).contains("at this hour of the week at most 0.30");
    }

    @Test
    void whatTheRuleForOutagesWouldHaveDoneIsWhatItDid() {
        AlertRule down = all.list().stream()
                .filter(rule -> rule.name().equals("vendor-down"))
                .findFirst()
                .orElseThrow();
        List<Outcome> outcomes = List.of(
                Outcome.UP,
                Outcome.DOWN,
                Outcome.UNKNOWN,
                Outcome.UP,
                Outcome.DOWN,
                Outcome.UP,
                Outcome.UP,
                Outcome.UP);
        IntStream.range(0, outcomes.size())
                .forEach(minute -> world.observe(
                        AlertWorld.observation(own.probe, own.at(0).plusSeconds(60L * minute), outcomes.get(minute))));

        JsonPath preview = RuleWorld.preview(Map.of("ruleId", down.id(), "vendor", own.vendor.slug()));
        Alert alert = world.only(own.vendor, BuiltInRule.VENDOR_DOWN);

        assertThat(preview.getInt("count")).isEqualTo(1);
        assertThat(preview.getString("episodes[0].firedAt")).isEqualTo(String.valueOf(alert.firedAt()));
        assertThat(preview.getString("episodes[0].resolvedAt")).isEqualTo(String.valueOf(alert.resolvedAt()));
        assertThat(preview.getString("episodes[0].severity")).isEqualTo("CRITICAL");
    }

    private void snapshot(LocalDate day, int security) {
        world.sql("""
                INSERT INTO health_snapshot (vendor_id, day, as_of, trend, confidence, rule_set, security, health)
                VALUES (?, ?, ?::date + interval '1 hour', 'STEADY', 1, '1', ?, '{}')
                ON CONFLICT (vendor_id, day) DO UPDATE SET security = excluded.security""", own.vendor.id(), day, day, security);
    }
}
