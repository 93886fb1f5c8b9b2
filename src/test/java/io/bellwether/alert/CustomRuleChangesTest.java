package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.bellwether.core.alert.Condition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of alerts when the rule behind them is changed or taken away. */
@QuarkusTest
class CustomRuleChangesTest {

    private final Instance<RuleWorld> worlds;
    private final AlertWorld world;
    private final CustomRules rules;
    private final RuleRounds rounds;
    private RuleWorld own;

    CustomRuleChangesTest(Instance<RuleWorld> worlds, AlertWorld world, CustomRules rules, RuleRounds rounds) {
        this.worlds = worlds;
        this.world = world;
        this.rules = rules;
        this.rounds = rounds;
    }

    @BeforeEach
    void aProbeOfAVendor() {
        own = worlds.get();
    }

    @Test
    void deletingARuleEndsItsAlertsAndTellsWhoWasTold() {
        UUID rule = own.create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        own.answers(0, 2000, 2000);
        own.judge(rule, 1, 2);

        As.operator().delete("/api/v1/alert-rules/" + rule).then().statusCode(204);

        assertThat(own.only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(own.only().text().it()).contains("This was not seen to end: its rule was deleted.");
        assertThat(own.only().timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING", "RESOLVED");
        As.viewer().get("/api/v1/alert-rules/" + rule).then().statusCode(404);
    }

    @Test
    void switchingOffARuleEndsItsAlertsToo() {
        UUID rule = own.create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        own.answers(0, 2000, 2000);
        own.judge(rule, 1, 2);

        RuleWorld.change(rule, Map.of("enabled", false, "settings", Map.of("metric", "LATENCY_P95", "value", 1000)));

        assertThat(own.only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(rules.active()).noneMatch(active -> active.id().equals(rule));

        RuleWorld.change(rule, Map.of("settings", Map.of("metric", "LATENCY_P95", "value", 1000)));

        assertThat(own.active(rule).judgedTo()).isNull();
    }

    @Test
    void aVendorThatARuleDoesNotWatchAnyMoreHasNoAlertOfIt() {
        UUID rule = own.create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        own.answers(0, 2000, 2000, 2000);
        own.judge(rule, 1, 2);

        RuleWorld.change(
                rule,
                Map.of(
                        "settings", Map.of("metric", "LATENCY_P95", "value", 1000),
                        "selection", Map.of("vendors", List.of(world.vendor().slug()))));
        own.judge(rule, 3, 3);

        assertThat(own.only().condition()).isEqualTo(Condition.RESOLVED);
        assertThat(own.only().text().it()).contains("its rule does not watch it any more");
    }

    @Test
    void aVendorIsJudgedByItsOwnNumbers() {
        UUID rule = own.create(
                "threshold",
                Map.of("metric", "LATENCY_P95", "value", 1000),
                Map.of("value", Map.of("min", 500, "max", 3000)));
        As.operator()
                .body(Map.of("settings", Map.of("value", 3000)))
                .put("/api/v1/alert-rules/" + rule + "/overrides/" + own.vendor.slug())
                .then()
                .statusCode(200);
        own.answers(0, 2000, 2000, 2000, 4000, 4000);

        own.judge(rule, 1, 3);
        assertThat(own.told()).isEmpty();
        own.judge(rule, 4, 5);

        assertThat(own.only().condition()).isEqualTo(Condition.FIRING);
        assertThat(own.only().text().it()).contains("above the limit of 3 s");
    }

    @Test
    void aVendorIsJudgedInTheStepsOfItsOwnNumbers() {
        UUID hasty = quietFor(30, 720);
        UUID patient = quietFor(720, 30);
        int hour = IntStream.rangeClosed(2, 13)
                .filter(step -> own.at(step).getEpochSecond() % 3600 == 0)
                .findFirst()
                .orElseThrow();

        own.judge(hasty, hour + 1, hour + 1);
        assertThat(own.told()).isEmpty();
        own.judge(hasty, hour + 12, hour + 12);
        assertThat(own.only().condition()).isEqualTo(Condition.FIRING);

        assertThat(own.active(patient).step()).isEqualTo(Duration.ofMinutes(5));
        own.judge(patient, hour + 1, hour + 1);
        assertThat(own.told()).hasSize(2);
    }

    @Test
    void whatARuleFindsWhileItIsSwitchedOffEndsWithIt() throws Exception {
        UUID rule = own.create("threshold", Map.of("metric", "LATENCY_P95", "value", 1000));
        CustomRule active = own.active(rule);
        own.answers(0, 2000, 2000);
        own.judge(rule, 1, 1);

        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> change = QuarkusTransaction.requiringNew().call(() -> {
                rounds.judge(active, own.at(2));
                Future<?> begun = other.submit(() -> RuleWorld.change(
                        rule, Map.of("enabled", false, "settings", Map.of("metric", "LATENCY_P95", "value", 1000))));
                await().until(() -> world.waitsForALock("alert_rule"));
                return begun;
            });
            change.get();
        }

        assertThat(own.only().condition()).isEqualTo(Condition.RESOLVED);
    }

    /** A rule about silence, and another number of minutes for the vendor. */
    private UUID quietFor(int minutes, int ofTheVendor) {
        UUID rule = own.create(
                "no-data", Map.of("afterMinutes", minutes), Map.of("afterMinutes", Map.of("min", 10, "max", 10_000)));
        As.operator()
                .body(Map.of("settings", Map.of("afterMinutes", ofTheVendor)))
                .put("/api/v1/alert-rules/" + rule + "/overrides/" + own.vendor.slug())
                .then()
                .statusCode(200);
        return rule;
    }
}
