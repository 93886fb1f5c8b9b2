package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when news is late; what waits as the routes have it is not. */
@QuarkusTest
class OutboxAgeTest {

    private static final String MINUTES_LATE = """
            SELECT coalesce(max(extract(epoch FROM now() - since)) / 60, -1)::int FROM late_intent WHERE episode_id = ?""";

    private final DeliveryWorld world;

    OutboxAgeTest(DeliveryWorld world) {
        this.world = world;
    }

    @BeforeEach
    @AfterEach
    void noChannelsAndRoutesAreLeft() {
        world.removeChannels();
    }

    @Test
    void newsIsLateOnlySinceItsGroupIsDueAndOnceTriedSinceItWasMade() {
        world.webhook("/hook/patient");
        routes("/hook/patient");
        Incident incident = world.incidentNow(world.vendor()).fires();
        await().until(() -> world.states(incident).equals(List.of(IntentState.WAITING)));
        world.sql("UPDATE intent SET created_at = now() - interval '59 minutes' WHERE episode_id = ?", incident.id);

        assertThat(world.count(MINUTES_LATE, incident.id)).isEqualTo(-1);

        world.sql("""
                UPDATE alert_group SET next_look = now() - interval '5 minutes'
                 WHERE id IN (SELECT group_id FROM intent WHERE episode_id = ?)""", incident.id);
        assertThat(world.count(MINUTES_LATE, incident.id)).isEqualTo(5);

        world.sql("UPDATE intent SET attempts = 1 WHERE episode_id = ?", incident.id);
        assertThat(world.count(MINUTES_LATE, incident.id)).isEqualTo(59);

        world.sql("UPDATE intent SET held = 'silence:x' WHERE episode_id = ?", incident.id);
        assertThat(world.count(MINUTES_LATE, incident.id)).isEqualTo(-1);
    }

    private static void routes(String channel) {
        As.operator()
                .body(Map.of(
                        "receivers", List.of(Map.of("name", "ops", "channels", List.of(channel))),
                        "route", Map.of("receiver", "ops", "groupWait", "PT1H", "groupInterval", "PT1H")))
                .put("/api/v1/routes")
                .then()
                .statusCode(200);
    }
}
