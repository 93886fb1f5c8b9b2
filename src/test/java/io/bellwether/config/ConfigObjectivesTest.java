package io.bellwether.config;

import static io.bellwether.config.ConfigApi.apply;
import static io.bellwether.config.ConfigApi.export;
import static io.bellwether.config.ConfigApi.nothing;
import static io.bellwether.config.ConfigApi.plan;
import static io.bellwether.config.ConfigApi.put;
import static io.bellwether.config.ConfigApi.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfigObjectivesTest {

    private static final String FAST =
            "{name: Fast, probe: Home, kind: LATENCY, target: 0.95, threshold: PT0.8S, window: {days: 28}}";
    private static final String UP =
            "{name: Up, kind: AVAILABILITY, target: 0.999, window: {unit: MONTH, zone: Europe/Berlin}}";
    private static final String HOME = "{name: Home, kind: http, settings: {url: 'https://a.example/'}}";

    private final String slug = "objectives-" + UUID.randomUUID();

    @Test
    void comeWithTheProbeThatTheyAreAbout() {
        JsonPath done = apply(vendor(HOME, FAST, UP)).extract().jsonPath();

        assertThat(done.getList("create.type")).containsExactly("VENDOR", "PROBE", "OBJECTIVE", "OBJECTIVE");
        assertThat(done.getList("create[2].fields.field"))
                .containsExactly("kind", "name", "probe", "target", "threshold", "window/days");
        JsonPath held = held();
        assertThat(held.getList("items.name")).containsExactly("Fast", "Up");
        assertThat(held.getString("items[0].probe")).isEqualTo(probe());
        assertThat(held.getString("items[1].probe")).isNull();
        assertThat(held.getString("items[1].window.zone")).isEqualTo("Europe/Berlin");
        nothing(apply(vendor(HOME, FAST, UP)), 4);
    }

    @Test
    void standInTheDocumentThatIsExported() {
        apply(vendor(HOME, FAST, UP));
        String exported = export();

        assertThat(exported).contains("probe: Home", "threshold: PT0.8S", "zone: Europe/Berlin");
        apply("prune: true\n" + exported).body("create", empty(), "change", empty(), "remove", empty());
        assertThat(export()).isEqualTo(exported);
    }

    @Test
    void keepWhatIsNotSaidAndTakeTheWholeWindow() {
        apply(vendor(HOME, FAST, UP));

        JsonPath done = apply(vendor(HOME, "{name: Fast, probe: null, target: 0.9, window: {unit: WEEK, zone: UTC}}"))
                .extract()
                .jsonPath();

        assertThat(done.getList("change[0].fields.field"))
                .containsExactly("probe", "target", "window/days", "window/unit", "window/zone");
        assertThat(held().getString("items[0].threshold")).isEqualTo("PT0.8S");
        assertThat(held().getString("items[0].probe")).isNull();
        assertThat(held().getList("items")).hasSize(2);
    }

    @Test
    void goOnlyWhenPruned() {
        apply(vendor(HOME, FAST, UP));
        String others = export().replaceAll("(?s)  - slug: " + slug + "\n.*?(?=  - slug|channels)", "");

        JsonPath plan = plan("prune: true\n" + others.replaceFirst("vendors:\n", vendor(HOME, UP)))
                .extract()
                .jsonPath();
        assertThat(plan.getList("remove.type")).containsExactly("OBJECTIVE");
        assertThat(plan.getList("remove.name")).containsExactly("Fast");
        assertThat(plan.getInt("change.size()")).isZero();
    }

    @Test
    void areMovedWhenTheirProbeMakesRoomForAnotherOfItsName() {
        apply(vendor(HOME, FAST));
        String before = probe();

        JsonPath done = apply(vendor("{name: Home, kind: tcp, settings: {host: a.example, port: 443}}", FAST))
                .extract()
                .jsonPath();

        assertThat(done.getList("change.type")).containsExactly("OBJECTIVE");
        assertThat(done.getList("change[0].fields"))
                .isEqualTo(List.of(Map.of("field", "probe", "before", "Home", "after", "Home")));
        assertThat(held().getString("items[0].probe")).isEqualTo(probe()).isNotEqualTo(before);
    }

    @Test
    void thatTheDocumentDoesNotNameFollowTheirProbeOrEndWithIt() {
        apply(vendor(HOME, FAST));
        String tcp = "{name: Home, kind: tcp, settings: {host: a.example, port: 443}}";

        JsonPath followed = apply(vendors("probes: [" + tcp + "]")).extract().jsonPath();
        assertThat(followed.getList("change.name")).containsExactly("Fast");
        assertThat(held().getString("items[0].probe")).isEqualTo(probe());

        String others = export().replaceAll("(?s)  - slug: " + slug + "\n.*?(?=  - slug|channels)", "");
        JsonPath ended = plan("prune: true\n" + others.replaceFirst("vendors:\n", vendors("probes: []")))
                .extract()
                .jsonPath();
        assertThat(ended.getList("remove.type")).containsExactly("PROBE", "OBJECTIVE");
    }

    @Test
    void stayWithTheirProbeWhereAnotherHasItsName() {
        apply(vendor(HOME));
        String twin = As.operator()
                .body(Map.of("kind", "tcp", "name", "Home", "settings", Map.of("host", "a.example", "port", 443)))
                .post("/api/v1/vendors/" + slug + "/probes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        As.operator()
                .body(Map.of(
                        "name",
                        "Up",
                        "probe",
                        twin,
                        "kind",
                        "AVAILABILITY",
                        "target",
                        0.9,
                        "window",
                        Map.of("days", 7)))
                .post("/api/v1/vendors/" + slug + "/objectives")
                .then()
                .statusCode(201);

        apply(vendors("objectives: [{name: Up, target: 0.99}]"));

        assertThat(held().getString("items[0].probe")).isEqualTo(twin);
        assertThat(held().getDouble("items[0].target")).isEqualTo(0.99);
    }

    @Test
    void takeNoThresholdWithThemIntoAnotherKind() {
        apply(vendor(HOME, FAST));

        apply(vendors("objectives: [{name: Fast, kind: AVAILABILITY}]"));

        assertThat(held().getString("items[0].threshold")).isNull();
    }

    @Test
    void comeBackWithAnArchivedVendor() {
        apply(vendor(HOME, FAST, UP));
        As.operator().delete("/api/v1/vendors/" + slug).then().statusCode(204);

        JsonPath done = apply(vendor(HOME, FAST, UP)).extract().jsonPath();

        assertThat(done.getList("create.type")).containsExactly("VENDOR", "PROBE", "OBJECTIVE");
        assertThat(done.getInt("unchanged")).isEqualTo(1);
        nothing(plan(vendor(HOME, FAST, UP)), 4);
    }

    @Test
    void areRefusedWithTheLineOfTheFault() {
        refused(vendor(HOME, FAST.replace("probe: Home", "probe: Hone")), "/vendors/0/objectives/0/probe", 6);
        refused(vendor(HOME, FAST.replace("0.95", "95")), "/vendors/0/objectives/0/target", 6);
        refused(vendor(HOME, FAST.replace("PT0.8S", "PT0.8005S")), "/vendors/0/objectives/0/threshold", 6);
        refused(vendor(HOME, FAST.replace("PT0.8S", "P99999999999999D")), "/vendors/0/objectives/0/threshold", 6);
        refused(vendor(HOME, FAST.replace("PT0.8S", "PT2H")), "/vendors/0/objectives/0/threshold", 6);
        refused(vendor(HOME, UP.replace(", zone: Europe/Berlin", "")), "/vendors/0/objectives/0/window/zone", 6);
        refused(vendor(HOME, UP, UP), "/vendors/0/objectives/1/name", 7);
        refused(vendor(HOME, UP.replace("name: Up, ", "")), "/vendors/0/objectives/0/name", 6);
        put(vendor(HOME, FAST.replace("probe: Home", "probe: Hone")), true)
                .statusCode(400)
                .body("errors[0].detail", containsString("did you mean 'Home'?"), "errors.size()", equalTo(1));
    }

    private String vendor(String probe, String... objectives) {
        return "vendors:\n  - slug: %s\n    name: Acme\n    probes: [%s]\n    objectives: [\n      %s]\n"
                .formatted(slug, probe, String.join(",\n      ", objectives));
    }

    private String vendors(String fields) {
        return "vendors:\n  - slug: %s\n    %s\n".formatted(slug, fields);
    }

    private JsonPath held() {
        return As.viewer()
                .get("/api/v1/vendors/" + slug + "/objectives")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String probe() {
        return As.viewer()
                .get("/api/v1/vendors/" + slug + "/probes")
                .then()
                .extract()
                .jsonPath()
                .getString("items[0].id");
    }
}
