package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.history.ObservationWriter;
import io.bellwether.history.Partitions;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that people make, from the stored history to what is told, and the same on the past. */
@QuarkusTest
class CustomRulesTest {

    private static final Duration STEP = Duration.ofMinutes(5);

    private final AlertWorld world;
    private final CustomRules rules;
    private final RuleRounds rounds;
    private final ObservationWriter writer;
    private final Partitions partitions;
    private final Alerts alerts;
    private final Clock clock;
    private Vendor vendor;
    private ConfiguredProbe probe;
    private Instant start;

    CustomRulesTest(
            AlertWorld world,
            CustomRules rules,
            RuleRounds rounds,
            ObservationWriter writer,
            Partitions partitions,
            Alerts alerts,
            Clock clock) {
        this.world = world;
        this.rules = rules;
        this.rounds = rounds;
        this.writer = writer;
        this.partitions = partitions;
        this.alerts = alerts;
        this.clock = clock;
    }

    @BeforeEach
    void aProbeOfAVendor() {
        vendor = world.vendor();
        probe = world.probe(vendor, "http");
        start = Replay.floor(STEP, clock.instant()).minus(Duration.ofHours(3));
        world.sql("UPDATE probe SET created_at = created_at - interval '30 days' WHERE vendor_id = ?", vendor.id());
    }

    @Test
    void aThresholdFiresAfterItsWindowsAndResolvesAtItsRecoveryValue() {
        UUID rule = create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000, "recoverValue", 500));
        answers(0, 200, 200, 2000, 200, 2000, 2000, 700, 700, 300, 300, 300);

        judge(rule, 1, 4);
        Alert pending = only();
        judge(rule, 5, 5);
        Alert firing = only();
        judge(rule, 6, 9);
        Alert recovering = only();
        judge(rule, 10, 10);

        assertThat(pending.condition()).isEqualTo(Condition.PENDING);
        assertThat(firing.condition()).isEqualTo(Condition.FIRING);
        assertThat(firing.severity()).isEqualTo(Severity.WARNING);
        assertThat(firing.labels()).containsEntry("alertname", name(rule)).containsEntry("domain", "latency");
        assertThat(firing.firedAt()).isEqualTo(at(5));
        assertThat(firing.text().it())
                .containsPattern("front page: LATENCY_P95 is (1\\.9\\d|2) s over 5 min, above the limit of 1 s");
        assertThat(firing.text().marketing())
                .contains("to answer, above the limit of 1 s")
                .doesNotContain("LATENCY");
        assertThat(recovering.condition()).isEqualTo(Condition.RECOVERING);
        assertThat(only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(only().timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING", "RESOLVED");
    }

    @Test
    void theFuturesPastIsWhatThePreviewSays() {
        UUID rule = create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        answers(0, 200, 2000, 2000, 200, 200, 200, 2000, 200, 2000, 2000, 200, 200, 200);
        judge(rule, 1, 13);

        JsonPath preview = preview(Map.of("ruleId", rule, "days", 1));

        assertThat(preview.getInt("subjects")).isEqualTo(1);
        assertThat(preview.getInt("judged")).isEqualTo(1);
        assertThat(preview.getInt("count")).isEqualTo(2);
        assertThat(preview.<String>getList("episodes.firedAt"))
                .isEqualTo(
                        told().stream().map(alert -> alert.firedAt().toString()).toList())
                .hasSize(2);
        assertThat(preview.<String>getList("episodes.resolvedAt"))
                .isEqualTo(told().stream()
                        .map(alert -> alert.resolvedAt().toString())
                        .toList());
        assertThat(preview.<String>getList("episodes.probeId"))
                .containsOnly(probe.id().toString());
    }

    @Test
    void aPreviewOfADraftChangesNothingAndWarnsOfNoise() {
        IntStream.range(0, 6).forEach(round -> answers(round * 6, 200, 2000, 2000, 200, 200, 200));
        Map<String, Object> draft = Map.of(
                "kind",
                "threshold",
                "severity",
                "CRITICAL",
                "selection",
                Map.of("vendors", List.of(vendor.slug())),
                "settings",
                Map.of("metric", "LATENCY_P95", "value", 1000));

        JsonPath preview = preview(Map.of("rule", draft));

        assertThat(preview.getInt("count")).isEqualTo(6);
        assertThat(preview.getList("episodes.severity")).containsOnly("CRITICAL");
        assertThat(preview.getInt("totalMinutes")).isEqualTo(60);
        assertThat(preview.getInt("brief")).isEqualTo(6);
        assertThat(preview.<String>getList("warnings"))
                .singleElement()
                .asString()
                .contains("6 of 6 were over");
        assertThat(told()).isEmpty();
    }

    @Test
    void noStepIsJudgedTwice() {
        UUID rule = create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        answers(0, 2000, 2000);

        judge(rule, 1, 1);
        judge(rule, 1, 1);
        judge(rule, 1, 1);

        assertThat(only().condition()).isEqualTo(Condition.PENDING);
    }

    @Test
    void whatIsUnknownForTheTimeIsNoData() {
        UUID rule = create("no-data", Map.of("afterMinutes", 10));
        answers(0, 200, 200);
        IntStream.range(10, 25).forEach(minute -> observe(minute, Outcome.UNKNOWN, 0));

        judge(rule, 1, 3);
        assertThat(told()).isEmpty();
        judge(rule, 4, 4);
        Alert silent = only();
        answers(5, 200);
        judge(rule, 5, 6);

        assertThat(silent.condition()).isEqualTo(Condition.FIRING);
        assertThat(silent.text().marketing()).contains("For at least 10 min we could not tell whether it works.");
        assertThat(only().condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void anErrorBudgetBurnsByThreeBadAnswersAndNotByTwo() {
        UUID rule = create("burn-rate", Map.of("target", 0.999, "factor", 14.4, "longWindow", "PT1H"));
        IntStream.range(0, 65)
                .forEach(minute -> observe(minute, minute > 57 && minute < 60 ? Outcome.DOWN : Outcome.UP, 100));
        judge(rule, 12, 13);
        assertThat(told()).isEmpty();

        IntStream.range(65, 70).forEach(minute -> observe(minute, Outcome.DOWN, 100));
        judge(rule, 14, 14);

        assertThat(only().condition()).isEqualTo(Condition.FIRING);
        assertThat(only().text().it()).contains("The error budget of 99.9 %");
    }

    @Test
    void aScoreThatFellIsToldOnTheDayItFell() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        snapshot(today.minusDays(2), 80);
        snapshot(today.minusDays(1), 79);
        snapshot(today, 60);
        UUID rule = create("score-drop", Map.of("metric", "SECURITY_SCORE", "points", 15, "days", 7));
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();

        round(() -> rounds.judge(active(rule), midnight));
        assertThat(told()).isEmpty();
        round(() -> rounds.judgeToday(active(rule), clock.instant()));
        round(() -> rounds.judgeToday(active(rule), clock.instant()));
        Alert fallen = only();
        snapshot(today, 78);
        round(() -> rounds.judgeToday(active(rule), clock.instant()));
        Alert better = only();
        round(() -> rounds.judge(active(rule), midnight.plus(Duration.ofDays(1))));

        assertThat(fallen.condition()).isEqualTo(Condition.FIRING);
        assertThat(fallen.text().marketing()).contains("Its security fell by 20 points within 7 days");
        assertThat(fallen.labels()).doesNotContainKey("instance");
        assertThat(better.condition()).as("the day is not over").isEqualTo(Condition.FIRING);
        assertThat(only().condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void anAnomalyIsMeasuredByTheSameHourOfEarlierWeeks() {
        UUID rule = create("anomaly", Map.of("weeks", 3, "minimumSamples", 3));
        Instant hour = Replay.floor(Duration.ofHours(1), clock.instant()).minus(Duration.ofHours(1));
        LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
        partitions.ensure(day.minusDays(21), day);
        for (int week = 1; week <= 3; week++) {
            Instant then = hour.minus(Duration.ofDays(7L * week));
            IntStream.range(0, 5).forEach(minute -> store(then.plusSeconds(60L * minute), Outcome.UP, 200 + minute));
        }
        IntStream.range(0, 5).forEach(minute -> store(hour.plusSeconds(60L * minute), Outcome.UP, 900));

        round(() -> rounds.judge(active(rule), hour.plus(Duration.ofHours(1))));

        assertThat(only().condition()).isEqualTo(Condition.FIRING);
        assertThat(only().text().marketing()).contains("at this hour of the week at most 0.30");
    }

    @Test
    void deletingARuleEndsItsAlertsAndTellsWhoWasTold() {
        UUID rule = create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        answers(0, 2000, 2000);
        judge(rule, 1, 2);

        As.operator().delete("/api/v1/alert-rules/" + rule).then().statusCode(204);

        assertThat(only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(only().text().it()).contains("This was not seen to end: its rule was deleted.");
        assertThat(only().timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING", "RESOLVED");
        As.viewer().get("/api/v1/alert-rules/" + rule).then().statusCode(404);
    }

    @Test
    void switchingOffARuleEndsItsAlertsToo() {
        UUID rule = create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        answers(0, 2000, 2000);
        judge(rule, 1, 2);

        change(rule, Map.of("enabled", false, "settings", Map.of("metric", "LATENCY_P95", "value", 1000)));

        assertThat(only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(rules.active()).noneMatch(active -> active.id().equals(rule));
    }

    @Test
    void aVendorThatARuleDoesNotWatchAnyMoreHasNoAlertOfIt() {
        UUID rule = create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        answers(0, 2000, 2000, 2000);
        judge(rule, 1, 2);

        change(
                rule,
                Map.of(
                        "settings", Map.of("metric", "LATENCY_P95", "value", 1000),
                        "selection", Map.of("vendors", List.of(world.vendor().slug()))));
        judge(rule, 3, 3);

        assertThat(only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(only().text().it()).contains("its rule does not watch it any more");
    }

    @Test
    void aVendorIsJudgedByItsOwnNumbers() {
        UUID rule = create(
                "threshold",
                Map.of("metric", "LATENCY_P95", "value", 1000),
                Map.of("value", Map.of("min", 500, "max", 3000)));
        As.operator()
                .body(Map.of("settings", Map.of("value", 3000)))
                .put("/api/v1/alert-rules/" + rule + "/overrides/" + vendor.slug())
                .then()
                .statusCode(200);
        answers(0, 2000, 2000, 2000, 4000, 4000);

        judge(rule, 1, 3);
        assertThat(told()).isEmpty();
        judge(rule, 4, 5);

        assertThat(only().condition()).isEqualTo(Condition.FIRING);
        assertThat(only().text().it()).contains("above the limit of 3 s");
    }

    private UUID create(String kind, Map<String, Object> settings) {
        return create(kind, settings, Map.of());
    }

    private UUID create(String kind, Map<String, Object> settings, Map<String, Object> bounds) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "rule-" + UUID.randomUUID());
        body.put("kind", kind);
        body.put("settings", settings);
        body.put("bounds", bounds);
        body.put("selection", Map.of("vendors", List.of(vendor.slug())));
        return UUID.fromString(As.operator()
                .body(body)
                .post("/api/v1/alert-rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static void change(UUID rule, Map<String, Object> body) {
        As.operator().body(body).put("/api/v1/alert-rules/" + rule).then().statusCode(200);
    }

    private static JsonPath preview(Map<String, Object> body) {
        return As.viewer()
                .body(body)
                .post("/api/v1/alert-rules/previews")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Lets the rule judge the ends of these steps after the start. */
    private void judge(UUID rule, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(step -> round(() -> rounds.judge(active(rule), at(step))));
    }

    private static void round(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private CustomRule active(UUID rule) {
        return rules.active().stream()
                .filter(active -> active.id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** One answer a minute, as slow as this for each step from the first on. */
    private void answers(int first, int... milliseconds) {
        for (int step = 0; step < milliseconds.length; step++) {
            for (int minute = 0; minute < 5; minute++) {
                observe((first + step) * 5 + minute, Outcome.UP, milliseconds[step]);
            }
        }
    }

    private void observe(int minute, Outcome outcome, double milliseconds) {
        store(start.plus(Duration.ofMinutes(minute)), outcome, milliseconds);
    }

    private void store(Instant at, Outcome outcome, double milliseconds) {
        Cause cause = outcome == Outcome.DOWN ? Cause.CONNECTION_REFUSED : Cause.OK;
        QuarkusTransaction.requiringNew()
                .run(() -> writer.write(List.of(Samples.observation(probe, at, outcome, cause, milliseconds))));
    }

    private void snapshot(LocalDate day, int security) {
        world.sql("""
                INSERT INTO health_snapshot (vendor_id, day, as_of, trend, confidence, rule_set, security, health)
                VALUES (?, ?, ?::date + interval '1 hour', 'STEADY', 1, '1', ?, '{}')
                ON CONFLICT (vendor_id, day) DO UPDATE SET security = excluded.security""", vendor.id(), day, day, security);
    }

    private String name(UUID rule) {
        return active(rule).name();
    }

    private Instant at(int step) {
        return start.plus(STEP.multipliedBy(step));
    }

    private Alert only() {
        List<Alert> all = told();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** The vendor's alerts of rules that people made, the newest first. */
    private List<Alert> told() {
        List<Alert> own = new ArrayList<>(
                alerts.list(new AlertQuery(AlertQuery.ANY, null, vendor.slug(), null, null, null, 100, null))
                        .items());
        own.removeIf(alert -> BuiltInRule.named(alert.rule()).isPresent());
        return own;
    }
}
