package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.alert.Alert.TimelineEntry;
import io.bellwether.alert.silence.NewSilence;
import io.bellwether.alert.silence.Silences;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.platform.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts about Bellwether itself. */
@QuarkusTest
class InternalAlertsTest {

    private final InternalAlerts internal;
    private final Alerts alerts;
    private final Silences silences;
    private final Jdbi jdbi;
    private final Json json;
    private final String key = UUID.randomUUID().toString();

    InternalAlertsTest(InternalAlerts internal, Alerts alerts, Silences silences, Jdbi jdbi, Json json) {
        this.internal = internal;
        this.alerts = alerts;
        this.silences = silences;
        this.jdbi = jdbi;
        this.json = json;
    }

    @AfterEach
    void isOver() {
        internal.clear(InternalRule.AUDIT_BROKEN, key, "The test is over.");
    }

    @Test
    void areListedWithoutAVendor() {
        Alert alert = raised("It is broken.");

        As.viewer().get("/api/v1/alerts/" + alert.id()).then().statusCode(200).body("vendor", nullValue());
        As.viewer()
                .get("/api/v1/alerts?state=FIRING&limit=500")
                .then()
                .body("items.id", hasItem(alert.id().toString()));
        assertThat(alert.labels())
                .isEqualTo(Map.of(
                        "alertname",
                        "audit-broken",
                        "instance",
                        "bellwether",
                        "class",
                        "internal",
                        "subject",
                        "log of " + key,
                        "severity",
                        "critical"));
        As.viewer().get("/alerts/" + alert.id()).then().statusCode(200);
        As.viewer().get("/alerts").then().statusCode(200);
    }

    @Test
    void areToldOnceHoweverOftenTheyAreRaised() {
        Alert alert = raised("It is broken.");

        raised("It is broken.");
        raised("It is broken in another place.");

        Alert now = alerts.require(alert.id());
        assertThat(now.text().it()).isEqualTo("It is broken in another place.");
        assertThat(outbox(alert)).extracting(AlertTransition::kind).containsExactly("FIRING");
        assertThat(outbox(alert)).extracting(AlertTransition::vendorId).containsExactly(Bellwether.ID);
    }

    @Test
    void endAndBeginAnew() {
        Alert first = raised("It is broken.");

        internal.clear(InternalRule.AUDIT_BROKEN, key, "It is whole.");
        internal.clear(InternalRule.AUDIT_BROKEN, key, "It is whole.");

        Alert over = alerts.require(first.id());
        assertThat(over.condition()).isEqualTo(Condition.RESOLVED);
        assertThat(over.text().marketing()).isEqualTo("It is whole.");
        assertThat(outbox(first)).extracting(AlertTransition::kind).containsExactly("FIRING", "RESOLVED");
        Alert second = raised("It is broken.");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void endWhenNobodyHasRaisedThemForLong() {
        Alert old = raised("It is broken.");
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE alert_episode SET last_event_at = now() - interval '2 days' WHERE id = ?", old.id()));

        internal.clearUnsaid(InternalRule.AUDIT_BROKEN, Instant.now().minus(Duration.ofDays(1)), "Nobody says so.");

        assertThat(alerts.require(old.id()).condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void canBeAcknowledged() {
        Alert alert = raised("It is broken.");

        As.admin()
                .contentType("application/json")
                .body(Map.of("note", "on it"))
                .post("/api/v1/alerts/" + alert.id() + "/acknowledgements")
                .then()
                .statusCode(201);

        Alert now = alerts.require(alert.id());
        assertThat(now.handling()).isEqualTo(Handling.ACKNOWLEDGED);
        assertThat(now.timeline()).extracting(TimelineEntry::kind).contains("FIRING", "ACKNOWLEDGED");
    }

    @Test
    void areNotHiddenByABroadSilenceButByOneThatNamesThem() {
        Alert alert = raised("It is broken.");
        UUID broad = silence("instance=~.+");

        assertThat(alerts.require(alert.id()).suppressedBy()).isEmpty();

        UUID named = silence("class=internal", "subject=\"log of " + key + "\"");
        assertThat(alerts.require(alert.id()).suppressedBy()).containsExactly("silence:" + named);
        silences.end(broad);
        silences.end(named);
    }

    @Test
    void areNobodysBriefInterruptions() {
        Alert alert = raised("It is broken.");
        internal.clear(InternalRule.AUDIT_BROKEN, key, "It is whole.");

        alerts.passed(List.of(alert.id()));

        long kept = jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM brief_interruption WHERE alert_id = :alert")
                        .bind("alert", alert.id())
                        .mapTo(Long.class)
                        .one());
        assertThat(kept).isZero();
    }

    private Alert raised(String text) {
        internal.raise(InternalAlert.of(InternalRule.AUDIT_BROKEN, key, "log of " + key, text));
        return alerts.allOpen().stream()
                .filter(alert -> key.equals(alert.facts().get(InternalAlert.KEY)))
                .findFirst()
                .orElseThrow();
    }

    private List<AlertTransition> outbox(Alert alert) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT payload::text FROM outbox
                         WHERE topic = :topic AND payload ->> 'episodeId' = :alert ORDER BY id""")
                        .bind("topic", AlertTransition.TOPIC)
                        .bind("alert", alert.id().toString())
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(text -> json.read(text, AlertTransition.class))
                .toList();
    }

    private UUID silence(String... matchers) {
        Instant end = Instant.now().plus(Duration.ofHours(1));
        return silences.create(new NewSilence(List.of(matchers), null, end, "of a test"))
                .id();
    }
}
