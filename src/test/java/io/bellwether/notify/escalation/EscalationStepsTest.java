package io.bellwether.notify.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Notification;
import io.bellwether.notify.Sink;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the policy over the alert to the ledger. */
@QuarkusTest
class EscalationStepsTest {

    private static final Sink SINK = new Sink();

    private final EscalationWorld world;
    private final EscalationJob job;
    private final Alerts alerts;
    private Vendor acme;
    private Instant begin;
    private String duty;

    EscalationStepsTest(EscalationWorld world, EscalationJob job, Alerts alerts) {
        this.world = world;
        this.job = job;
        this.alerts = alerts;
    }

    @BeforeEach
    void aVendorAndWaysToReachPeople() {
        world.removeEverything();
        SINK.accepts("/duty");
        duty = world.webhook(SINK.url("/duty"));
        world.mail();
        acme = world.vendor("ida@example.com");
        begin = Instant.now();
    }

    @AfterEach
    void nothingIsLeft() {
        world.removeEverything();
    }

    @AfterAll
    static void stopTheSink() {
        SINK.stop();
    }

    @Test
    void eachStepIsAnIntentOfItsOwnWithItsReasonAndIsTakenOnce() {
        policy(
                0,
                List.of(
                        step("PT0S", "channel", duty),
                        step("PT15M", "owner", "IT"),
                        step("PT30M", "person", "cto@example.com")));
        UUID alert = world.fires(acme, Severity.CRITICAL, begin);

        at(0);
        at(0);
        assertThat(world.told(alert)).hasSize(1).allMatch(line -> line.endsWith("escalation step 1"));
        at(14);
        assertThat(world.told(alert)).hasSize(1);
        at(15);
        at(16);
        assertThat(world.told(alert).get(1)).isEqualTo("ida@example.com, escalation step 2");
        at(44);
        at(46);
        at(500);

        assertThat(world.told(alert)).hasSize(3).last().isEqualTo("cto@example.com, escalation step 3");
        As.viewer()
                .get("/api/v1/alerts/" + alert + "/escalation")
                .then()
                .statusCode(200)
                .body("state", equalTo("OVER"))
                .body("nextStep", nullValue())
                .body("taken.number", contains(1, 2, 3))
                .body("taken.told", contains("channel " + duty, "IT owner ida@example.com", "cto@example.com"));
        As.viewer()
                .get("/api/v1/alerts/" + alert)
                .then()
                .body("timeline.kind", contains("ESCALATED", "ESCALATED", "ESCALATED"))
                .body("timeline.text", hasItem("escalation step 2 of 'duty': IT owner ida@example.com"));
    }

    @Test
    void whoeverIsToldByAStepIsToldOfTheEndToo() {
        policy(0, List.of(step("PT0S", "channel", duty)));
        UUID alert = world.fires(acme, Severity.CRITICAL, begin);
        at(0);
        await().until(() ->
                world.ledger(alert).stream().anyMatch(line -> line.reason().startsWith("escalation step 1: HTTP")));

        world.resolves(acme, alert, 3);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> SINK.taken("/duty").getLast().getBodyAsString().contains("RESOLVED"));
        assertThat(SINK.taken("/duty"))
                .anyMatch(told -> told.getBodyAsString().contains("is still DOWN since")
                        && told.getBodyAsString().contains("and nobody takes care of it"));
        assertThat(world.ledger(alert))
                .filteredOn(line -> line.kind() == Happening.RESOLVED && reaches(line, duty))
                .hasSize(1);
    }

    @Test
    void anAlertAboutBellwetherItselfIsEscalatedLikeAnyOther() {
        InternalAlert broken = InternalAlert.of(
                InternalRule.CHANNEL_BROKEN, UUID.randomUUID().toString(), "some channel", "It is broken.");
        policy("subject=\"some channel\"", 0, List.of(step("PT0S", "channel", duty), step("PT1M", "owner", "IT")));
        UUID alert = world.fires(broken);

        at(1);
        at(3);

        assertThat(world.told(alert)).hasSize(2);
        As.viewer()
                .get("/api/v1/alerts/" + alert + "/escalation")
                .then()
                .body("state", equalTo("OVER"))
                .body("taken.told[0]", equalTo("channel " + duty));
        world.clear(broken);
    }

    @Test
    void anAcknowledgementHoldsItAndItGoesOnAtTheStepItLeft() {
        policy(0, List.of(step("PT10M", "owner", "IT"), step("PT10M", "owner", "MARKETING")));
        UUID alert = world.fires(acme, Severity.CRITICAL, begin);
        at(11);
        alerts.acknowledge(alert, "on it", null);
        at(600);
        assertThat(world.told(alert)).hasSize(1);
        state(alert, "HELD");

        As.owner()
                .delete("/api/v1/alerts/" + alert + "/acknowledgements")
                .then()
                .statusCode(200);
        state(alert, "RUNNING");
        at(600);

        assertThat(world.told(alert))
                .containsExactly("ida@example.com, escalation step 1", "max@example.com, escalation step 2");
    }

    @Test
    void aChangeOfThePolicyMeanwhileNeitherLeavesOutAStepNorDoublesOne() {
        String id = policy(0, List.of(step("PT1M", "owner", "IT"), step("PT1M", "owner", "MARKETING")));
        UUID alert = world.fires(acme, Severity.CRITICAL, begin);
        at(2);

        As.operator()
                .body(body(
                        "vendor=\"" + acme.slug() + "\"",
                        0,
                        List.of(step("PT1M", "person", "new@example.com"), step("PT1M", "owner", "IT"))))
                .put("/api/v1/escalation-policies/" + id)
                .then()
                .statusCode(200);
        at(4);
        at(60);
        As.operator().delete("/api/v1/escalation-policies/" + id).then().statusCode(204);
        at(120);

        assertThat(world.told(alert))
                .containsExactly("ida@example.com, escalation step 1", "max@example.com, escalation step 2");
    }

    @Test
    void whoIsTheOwnerIsDecidedWhenTheStepIsTaken() {
        policy(0, List.of(step("PT5M", "owner", "IT")));
        UUID alert = world.fires(acme, Severity.CRITICAL, begin);

        world.hasOwner(acme, "eve@example.com");
        at(6);

        assertThat(world.told(alert)).containsExactly("eve@example.com, escalation step 1");
    }

    @Test
    void aStepForSevereAlertsAlonePassesWithoutAMessage() {
        Map<String, Object> severe = Map.of("after", "PT1M", "to", Map.of("owner", "IT"), "onlyIf", "CRITICAL");
        policy(0, List.of(severe, step("PT1M", "owner", "MARKETING")));
        UUID alert = world.fires(acme, Severity.WARNING, begin);

        at(2);
        at(4);

        assertThat(world.told(alert)).containsExactly("max@example.com, escalation step 2");
        As.viewer()
                .get("/api/v1/alerts/" + alert + "/escalation")
                .then()
                .body("taken.told", contains("nobody: the alert is WARNING", "marketing owner max@example.com"));
    }

    @Test
    void aSilencedAlertIsNotEscalatedUntilTheSilenceEnds() {
        policy(0, List.of(step("PT0S", "owner", "IT")));
        UUID alert = world.fires(acme, Severity.CRITICAL, begin);
        String silence = As.owner()
                .body(Map.of(
                        "matchers", List.of("vendor=\"" + acme.slug() + "\""),
                        "endsAt", begin.plus(Duration.ofHours(1)).toString(),
                        "comment", "we know"))
                .post("/api/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        at(1);
        assertThat(world.told(alert)).isEmpty();
        As.owner().delete("/api/v1/silences/" + silence).then().statusCode(204);
        at(2);

        assertThat(world.told(alert)).containsExactly("ida@example.com, escalation step 1");
    }

    @Test
    void whatIsOverIsNotEscalated() {
        policy(0, List.of(step("PT5M", "owner", "IT")));
        UUID alert = world.fires(acme, Severity.CRITICAL, begin);
        world.resolves(acme, alert, 2);

        at(10);

        assertThat(world.told(alert)).isEmpty();
        state(alert, "OVER");
    }

    @Test
    void manyNodesAtOnceTakeEachStepOnce() throws Exception {
        policy(5, List.of(step("PT1M", "owner", "IT"), step("PT1M", "owner", "MARKETING")));
        List<UUID> all = new ArrayList<>();
        for (int alert = 0; alert < 4; alert++) {
            all.add(world.fires(acme, Severity.CRITICAL, begin));
        }

        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (int minute = 0; minute < 30; minute++) {
                int now = minute;
                nodes.invokeAll(List.<Callable<Boolean>>of(() -> at(now), () -> at(now), () -> at(now), () -> at(now)));
            }
        }

        assertThat(all).allSatisfy(alert -> {
            assertThat(world.told(alert)).hasSize(12).doesNotHaveDuplicates();
            assertThat(world.told(alert)).last().isEqualTo("max@example.com, escalation step 2, round 6");
        });
    }

    private boolean at(int minute) {
        job.run(begin.plus(Duration.ofMinutes(minute)).plusSeconds(1));
        return true;
    }

    private static void state(UUID alert, String state) {
        As.viewer().get("/api/v1/alerts/" + alert + "/escalation").then().body("state", equalTo(state));
    }

    private static boolean reaches(Notification line, String channel) {
        return line.channel().name().equals(channel);
    }

    private String policy(int repeats, List<Map<String, Object>> steps) {
        return policy("vendor=\"" + acme.slug() + "\"", repeats, steps);
    }

    private static String policy(String matcher, int repeats, List<Map<String, Object>> steps) {
        return As.operator()
                .body(body(matcher, repeats, steps))
                .post("/api/v1/escalation-policies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> body(String matcher, int repeats, List<Map<String, Object>> steps) {
        return Map.of("name", "duty", "matchers", List.of(matcher), "steps", steps, "repeats", repeats);
    }

    private static Map<String, Object> step(String after, String kind, String to) {
        return Map.of("after", after, "to", Map.of(kind, to));
    }
}
