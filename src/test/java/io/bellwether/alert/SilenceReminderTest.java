package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SilenceReminderTest {

    private final AlertWorld world;
    private final AlertUpkeep upkeep;
    private final Alerts alerts;
    private final Clock clock;
    private final UUID silence = UUID.randomUUID();

    SilenceReminderTest(AlertWorld world, AlertUpkeep upkeep, Alerts alerts, Clock clock) {
        this.world = world;
        this.upkeep = upkeep;
        this.alerts = alerts;
        this.clock = clock;
    }

    @AfterEach
    void theSilenceIsOver() {
        world.sql("UPDATE silence SET ends_at = now() WHERE id = ?", silence);
    }

    @Test
    void aSilenceThatEndsWhileItStillCoversSomethingIsRememberedOnce() {
        Vendor vendor = world.vendor();
        silence(vendor, "1 day", "30 minutes");
        upkeep.run();
        assertThat(reminders()).isEmpty();

        world.observe(observation(world.probe(vendor, "http"), clock.instant(), Outcome.DOWN));
        upkeep.run();
        upkeep.run();

        List<Alert> reminded = reminders();
        assertThat(reminded).extracting(Alert::severity).containsExactly(Severity.INFO);
        assertThat(reminded.getFirst().text().it()).contains("set by Ada", "They move this weekend.", "still fire: 1;");
        assertThat(reminded.getFirst().timeline()).hasSize(1);

        world.sql("UPDATE silence SET ends_at = now() + interval '1 day' WHERE id = ?", silence);
        upkeep.run();
        assertThat(reminders()).extracting(Alert::condition).containsExactly(Condition.RESOLVED);
    }

    @Test
    void aShortSilenceNeedsNoReminder() {
        Vendor vendor = world.vendor();
        silence(vendor, "1 minute", "30 minutes");
        world.observe(observation(world.probe(vendor, "http"), clock.instant(), Outcome.DOWN));

        upkeep.run();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void isNotForgottenWhenAnotherPartOfTheUpkeepFails() {
        Vendor vendor = world.vendor();
        silence(vendor, "1 day", "30 minutes");
        world.observe(observation(world.probe(vendor, "http"), clock.instant(), Outcome.DOWN));
        UUID broken = world.only(vendor, BuiltInRule.VENDOR_DOWN).id();
        world.sql(
                "UPDATE alert_episode SET rule = 'certificate-expiring', facts = '{\"criticalAt\": \"soon\"}' WHERE id = ?",
                broken);

        upkeep.run();

        world.sql("UPDATE alert_episode SET condition = 'RESOLVED', resolved_at = now() WHERE id = ?", broken);
        assertThat(reminders()).hasSize(1);
    }

    private void silence(Vendor vendor, String since, String left) {
        world.sql("""
                INSERT INTO silence (id, matchers, starts_at, ends_at, comment, created_by, created_at, updated_at)
                VALUES (?, ARRAY[?], now() - ?::interval, now() + ?::interval, 'They move this weekend.', 'Ada', now(), now())""", silence, "vendor=\"" + vendor.slug() + "\"", since, left);
    }

    private List<Alert> reminders() {
        return alerts.list(new AlertQuery(AlertQuery.ANY, null, null, null, null, null, 200, null)).items().stream()
                .filter(alert -> silence.toString().equals(alert.labels().get("subject")))
                .toList();
    }
}
