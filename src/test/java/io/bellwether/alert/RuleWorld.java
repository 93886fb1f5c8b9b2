package io.bellwether.alert;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.history.ObservationWriter;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A vendor with a probe that was looked at for long, and rules that watch it; each test has its own. */
@Dependent
@Unremovable
class RuleWorld {

    private static final Duration STEP = Duration.ofMinutes(5);

    final Vendor vendor;
    final ConfiguredProbe probe;

    private final CustomRules rules;
    private final RuleRounds rounds;
    private final ObservationWriter writer;
    private final Alerts alerts;
    private final Instant start;

    RuleWorld(
            AlertWorld world,
            CustomRules rules,
            RuleRounds rounds,
            ObservationWriter writer,
            Alerts alerts,
            Clock clock) {
        this.rules = rules;
        this.rounds = rounds;
        this.writer = writer;
        this.alerts = alerts;
        this.vendor = world.vendor();
        this.probe = world.probe(vendor, "http");
        this.start = Replay.floor(STEP, clock.instant()).minus(Duration.ofHours(3));
        world.sql("UPDATE probe SET created_at = created_at - interval '30 days' WHERE vendor_id = ?", vendor.id());
    }

    UUID create(String kind, Map<String, Object> settings) {
        return create(kind, settings, Map.of());
    }

    UUID create(String kind, Map<String, Object> settings, Map<String, Object> bounds) {
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

    static UUID builtIn(BuiltInRule rule) {
        return UUID.fromString(As.viewer()
                .get("/api/v1/alert-rules")
                .then()
                .extract()
                .path("items.find { it.name == '" + rule.ruleName() + "' }.id"));
    }

    static void change(UUID rule, Map<String, Object> body) {
        As.operator().body(body).put("/api/v1/alert-rules/" + rule).then().statusCode(200);
    }

    static JsonPath preview(Map<String, Object> body) {
        return As.viewer()
                .body(body)
                .post("/api/v1/alert-rules/previews")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Lets the rule judge the ends of these steps after the start. */
    void judge(UUID rule, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(step -> round(() -> rounds.judge(active(rule), at(step))));
    }

    static void round(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    CustomRule active(UUID rule) {
        return rules.active().stream()
                .filter(active -> active.id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** One answer a minute, as slow as this for each step from the first on. */
    void answers(int first, int... milliseconds) {
        for (int step = 0; step < milliseconds.length; step++) {
            for (int minute = 0; minute < 5; minute++) {
                observe((first + step) * 5 + minute, Outcome.UP, milliseconds[step]);
            }
        }
    }

    void observe(int minute, Outcome outcome, double milliseconds) {
        store(start.plus(Duration.ofMinutes(minute)), outcome, milliseconds);
    }

    void store(Instant at, Outcome outcome, double milliseconds) {
        Cause cause = outcome == Outcome.DOWN ? Cause.CONNECTION_REFUSED : Cause.OK;
        QuarkusTransaction.requiringNew()
                .run(() -> writer.write(List.of(Samples.observation(probe, at, outcome, cause, milliseconds))));
    }

    String name(UUID rule) {
        return active(rule).name();
    }

    Instant at(int step) {
        return start.plus(STEP.multipliedBy(step));
    }

    Alert only() {
        List<Alert> all = told();
        if (all.size() != 1) {
            throw new AssertionError("expected one alert of a rule that people made, but found " + all);
        }
        return all.getFirst();
    }

    /** The vendor's alerts of rules that people made, the newest first. */
    List<Alert> told() {
        List<Alert> own = new ArrayList<>(
                alerts.list(new AlertQuery(AlertQuery.ANY, null, vendor.slug(), null, null, null, 100, null))
                        .items());
        own.removeIf(alert -> BuiltInRule.named(alert.rule()).isPresent());
        return own;
    }
}
