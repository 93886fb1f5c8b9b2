package io.bellwether.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How objectives are made, changed and ended. */
@QuarkusTest
class ObjectivesTest {

    private static final Map<String, ?> GOAL =
            Map.of("kind", "AVAILABILITY", "target", 0.99, "window", Map.of("days", 7));

    private final SloWorld world;
    private final Objectives objectives;

    private Vendor vendor;

    ObjectivesTest(SloWorld world, Objectives objectives) {
        this.world = world;
        this.objectives = objectives;
    }

    @BeforeEach
    void aVendor() {
        vendor = world.vendor();
    }

    @Test
    void isReplacedByThoseWhoMayAndKnowItsVersion() {
        String path = "/api/v1/objectives/" + created(GOAL);

        As.viewer().body(GOAL).put(path).then().statusCode(403);
        As.operator().header("If-Match", "\"7\"").body(GOAL).put(path).then().statusCode(412);
        As.operator()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Promise", "kind", "AVAILABILITY", "target", 0.95, "window", Map.of("days", 7)))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Promise"))
                .body("errorBudget.total", equalTo(504f))
                .body("errorBudget.used", nullValue())
                .body("burnRates", hasSize(0));
        As.operator().delete(path).then().statusCode(204);
        As.viewer().get(path).then().statusCode(404);
    }

    @Test
    void endsWithItsProbe() {
        ConfiguredProbe probe = world.probe(vendor, Duration.ofMinutes(1));
        Map<String, Object> ofProbe = new HashMap<>(GOAL);
        ofProbe.put("probe", probe.id());
        String stays = created(GOAL);
        String ends = created(ofProbe);
        assertThat(listed()).containsExactly(stays, ends);

        As.operator().delete("/api/v1/probes/" + probe.id()).then().statusCode(204);

        assertThat(listed()).containsExactly(stays);
        assertThat(objectives.ofKind(ObjectiveKind.AVAILABILITY))
                .extracting(ServiceObjective::id)
                .contains(UUID.fromString(stays))
                .doesNotContain(UUID.fromString(ends));
    }

    @Test
    void isMadeOnceWhenSentTwiceWithOneKey() {
        String key = UUID.randomUUID().toString();

        List<String> made = Stream.of(1, 2)
                .map(_ -> id(
                        As.operator().header("Idempotency-Key", key).body(GOAL).post(path())))
                .toList();

        assertThat(made.getFirst()).isEqualTo(made.getLast());
        assertThat(listed()).containsExactly(made.getFirst());
    }

    private String created(Map<String, ?> body) {
        return id(As.operator().body(body).post(path()));
    }

    private static String id(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }

    private List<String> listed() {
        return As.viewer()
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private String path() {
        return "/api/v1/vendors/" + vendor.slug() + "/objectives";
    }
}
