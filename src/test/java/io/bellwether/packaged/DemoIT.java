package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.TestPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The demo as a newcomer sees it, with a crash in the middle of it. It needs the whole machine for itself. */
@Isolated
class DemoIT {

    private static final Map<String, String> MISBEHAVING = Map.of(
            "paperplane-mail", "vendor-down",
            "lumen-analytics", "vendor-slow",
            "sealcraft-sign", "certificate-expiring",
            "northbrook-crm", "filing-event",
            "stratus-storage", "status-page-contradicts");

    @TempDir
    private Path directory;

    @Test
    void showsTheFiveThatMisbehaveAndSurvivesACrash() throws IOException, InterruptedException {
        Map<String, String> demo =
                Map.of("BELLWETHER_DEMO", "true", "BELLWETHER_DEMO_PORT", String.valueOf(TestPorts.free(15)));
        List<String> openBefore;
        List<String> deliveredBefore;
        try (Application application = Application.start(directory, demo)) {
            await().atMost(Duration.ofSeconds(100))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(alerts(application, "paperplane-mail", "vendor-down"))
                            .isNotEmpty());
            openBefore = openAlerts(application);
            deliveredBefore = delivered(application);
            application.kill();
        }

        try (Application application = Application.start(directory, demo)) {
            assertThat(application.log()).contains("Taking over the database");
            assertThat(observations(application)).isGreaterThan(4_000);
            assertThat(knownAlerts(application)).containsAll(openBefore);
            assertThat(delivered(application)).containsAll(deliveredBefore);

            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> MISBEHAVING.forEach((vendor, rule) -> assertThat(alerts(application, vendor, rule))
                                    .as(vendor)
                                    .isNotEmpty()));
            // What was on the wire at the kill is held for the minute of its lease, and others wait behind it.
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(waiting(application)).isZero());
            assertThat(intents(application)).doesNotHaveDuplicates();
            MISBEHAVING.forEach((vendor, rule) -> {
                Map<String, Object> text = application
                        .asAdmin()
                        .get("/api/v1/alerts?vendor=" + vendor)
                        .jsonPath()
                        .getMap("items.find { it.rule == '" + rule + "' }.text");
                assertThat(String.valueOf(text.get("it"))).isNotBlank().isNotEqualTo(text.get("marketing"));
                assertThat(String.valueOf(text.get("marketing"))).isNotBlank();
            });
            assertThat(application.asAdmin().get("/demo/messages").asString()).contains("Slack to #vendors");
        }
    }

    private static List<String> alerts(Application application, String vendor, String rule) {
        return application
                .asAdmin()
                .get("/api/v1/alerts?limit=500&vendor=" + vendor)
                .jsonPath()
                .getList("items.findAll { it.rule == '" + rule + "' && it.condition != 'PENDING' }.id");
    }

    private static List<String> openAlerts(Application application) {
        return application
                .asAdmin()
                .get("/api/v1/alerts?limit=500")
                .jsonPath()
                .getList("items.findAll { it.condition != 'RESOLVED' }.id");
    }

    private static List<String> knownAlerts(Application application) {
        return application.asAdmin().get("/api/v1/alerts?limit=500").jsonPath().getList("items.id");
    }

    private static List<String> delivered(Application application) {
        return application
                .asAdmin()
                .get("/api/v1/notifications?limit=500&state=DELIVERED")
                .jsonPath()
                .getList("items.id");
    }

    private static List<String> intents(Application application) {
        return application
                .asAdmin()
                .get("/api/v1/notifications?limit=500")
                .jsonPath()
                .getList("items.collect { it.alert + '/' + it.transition + '/' + it.receiver }");
    }

    private static int waiting(Application application) {
        return application
                .asAdmin()
                .get("/api/v1/notifications?limit=500")
                .jsonPath()
                .getList("items.findAll { it.state == 'WAITING' || it.state == 'SENDING' }")
                .size();
    }

    private static int observations(Application application) {
        String probe = application
                .asAdmin()
                .get("/api/v1/vendors/paperplane-mail/probes")
                .jsonPath()
                .getString("items.find { it.kind == 'http' }.id");
        List<Integer> counts = application
                .asAdmin()
                .queryParam("from", Instant.now().minus(Duration.ofDays(91)).toString())
                .queryParam("step", "P1D")
                .get("/api/v1/probes/" + probe + "/series")
                .jsonPath()
                .getList("items.collect { it.up + it.down + it.degraded + it.unknown }");
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
