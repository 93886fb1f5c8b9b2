package io.bellwether.compat;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.bellwether.As;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Alertmanager's clients rely on, beyond what its tool uses. */
@QuarkusTest
class CompatApiTest {

    private static final String API = "/alertmanager/api/v2";

    /** What a silence has beside its matchers. */
    private static final String REST = "\"endsAt\":\"2126-01-01T00:00:00Z\",\"comment\":\"x\",\"createdBy\":\"ida\",";

    private final VendorRegister vendors;

    CompatApiTest(VendorRegister vendors) {
        this.vendors = vendors;
    }

    @Test
    void anAlertIsPushedShownAndOver() {
        String vendor = vendor();
        push(alert(vendor, null)).statusCode(200);

        As.viewer()
                .queryParam("filter", "vendor=\"" + vendor + "\"")
                .get(API + "/alerts")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("size()", equalTo(1))
                .body("[0].labels.alertname", equalTo("QueueGrows"))
                .body("[0].labels.severity", equalTo("critical"))
                .body("[0].fingerprint", matchesPattern("[0-9a-f]{16}"))
                .body("[0].status.state", equalTo("active"))
                .body("[0].receivers.name", hasItem("everybody"))
                .body("[0].annotations.summary", startsWith("Mail is late."));
        push(alert(vendor, Instant.now().toString())).statusCode(200);
        As.viewer()
                .queryParam("filter", "vendor=\"" + vendor + "\"")
                .get(API + "/alerts")
                .then()
                .body("size()", equalTo(0));
    }

    @Test
    void groupsNameTheirReceiver() {
        String vendor = vendor();
        push(alert(vendor, null));

        As.viewer()
                .queryParam("filter", "vendor=\"" + vendor + "\"")
                .get(API + "/alerts/groups")
                .then()
                .statusCode(200)
                .body("[0].receiver.name", equalTo("everybody"))
                .body("[0].labels.vendor", equalTo(vendor))
                .body("[0].alerts[0].labels.alertname", equalTo("QueueGrows"));
    }

    @Test
    void validAlertsAreTakenWhenOthersAreNot() {
        String vendor = vendor();

        push(List.of(alert(vendor, null), Map.of("labels", Map.of())))
                .statusCode(400)
                .body(containsString("at least one label"));

        As.viewer()
                .queryParam("filter", "vendor=\"" + vendor + "\"")
                .get(API + "/alerts")
                .then()
                .body("size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /alerts?active=maybe                                          | 400
            /alerts?filter=nonsense                                       | 400
            /alerts?receiver=[                                            | 400
            /silence/no-id                                                | 422
            /silence/00000000-0000-0000-0000-000000000000                 | 404
            """)
    void whatCannotBeReadIsRefusedWithABareText(String path, int status) {
        As.viewer()
                .urlEncodingEnabled(false)
                .get(API + path.replace("[", "%5B"))
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body(startsWith("\""));
    }

    @Test
    void silencesAreRefusedAsAlertmanagerDoes() {
        silence(Map.of("comment", "x")).statusCode(422).body(containsString("matchers"));
        silence(silence("", "a")).statusCode(422).body(containsString("comment"));
        silence(silence("x", "[")).statusCode(400).body(containsString("bad matcher"));
        silence(silence("x", ".*")).statusCode(400);
        As.owner()
                .delete(API + "/silence/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void emptyListsAreTakenAndOtherShapesAreNot() {
        As.operator().body("[]").post(API + "/alerts").then().statusCode(200);
        As.operator().body("{}").post(API + "/alerts").then().statusCode(400).body(startsWith("\""));
        As.operator().body("[{").post(API + "/alerts").then().statusCode(400).body(startsWith("\""));
        As.operator()
                .contentType("text/plain")
                .body("[]")
                .post(API + "/alerts")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                                                                 | 400 | body is required
            ``                                                                   | 400 | body
            [null]                                                               | 400 | at least one label
            [{}]                                                                 | 400 | at least one label
            [{"labels":null}]                                                    | 400 | at least one label
            [{"labels":{"alertname":null}}]                                      | 400 | at least one label
            [{"labels":{"vendor":null,"alertname":"x"}}]                         | 400 | the label vendor
            [{"labels":{"vendor":"a\\u0000b"}}]                                 | 400 | the label vendor
            [{"labels":{"vendor":"no-such"},"annotations":{"summary":null}}]     | 400 | the label vendor
            [{"labels":{"vendor":{"a":1}}}]                                      | 400 | cannot be read
            [{"labels":{"vendor":"x"},"startsAt":"yesterday"}]                   | 400 | cannot be read
            [{"labels":{"vendor":"x"},"endsAt":"+99999-01-01T00:00:00Z"}]        | 400 | cannot be read
            7                                                                    | 400 | cannot be read
            """)
    void whatCannotBeAnAlertIsRefusedWithABareText(String body, int status, String text) {
        As.operator()
                .body(body)
                .post(API + "/alerts")
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body(startsWith("\""))
                .body(containsString(text));
    }

    @Test
    void aLabelOrAnnotationThatIsNullIsLeftOut() {
        String vendor = vendor();
        As.operator()
                .body("[{\"labels\":{\"alertname\":\"QueueGrows\",\"vendor\":\"" + vendor
                        + "\",\"team\":null},\"annotations\":{\"summary\":null}}]")
                .post(API + "/alerts")
                .then()
                .statusCode(200);

        As.viewer()
                .queryParam("filter", "vendor=\"" + vendor + "\"")
                .get(API + "/alerts")
                .then()
                .body("size()", equalTo(1))
                .body("[0].labels.team", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                                              | 400 | body is required
            []                                                | 400 | cannot be read
            {}                                                | 422 | matchers in body is required
            {"matchers":[]}                                   | 422 | matchers in body is required
            {"matchers":[null]}                               | 422 | matchers.0.name in body is required
            {"matchers":[{}]}                                 | 422 | matchers.0.name in body is required
            {"matchers":[{"name":null,"value":"x"}]}          | 422 | matchers.0.name in body is required
            {"matchers":[{"name":"vendor","value":null}]}     | 422 | matchers.0.value in body is required
            {"matchers":[{"name":"1","value":"x"}]}           | 400 | bad matcher
            """)
    void whatCannotBeASilenceIsRefusedWithABareText(String body, int status, String text) {
        As.owner()
                .body(body.replaceFirst("^\\{\"", "{" + REST + "\""))
                .post(API + "/silences")
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body(startsWith("\""))
                .body(containsString(text));
    }

    @Test
    void healthAndVersionAreThereForEverybodyAndTheRestIsNot() {
        As.nobody().get("/alertmanager/-/healthy").then().statusCode(200).body(equalTo("OK"));
        As.nobody().get("/alertmanager/-/ready").then().statusCode(200);
        As.nobody().get("/alertmanager/metrics").then().body(startsWith("alertmanager_build_info{version=\"0."));
        As.nobody().get(API + "/status").then().statusCode(401);
        As.viewer().get(API + "/status").then().statusCode(200).body("config.original", containsString("route:"));
        As.viewer().get(API + "/receivers").then().statusCode(200).body("name", hasItem("everybody"));
        As.viewer().get("/alertmanager/nothing").then().statusCode(404);
        As.viewer().get("/alertmanager/alertmanager/api/v2/status").then().statusCode(404);
    }

    private String vendor() {
        String slug = "compat-" + UUID.randomUUID();
        vendors.create(new NewVendor("Compat", slug, null, null, null, null, null, null, null));
        return slug;
    }

    private static Map<String, Object> alert(String vendor, String endsAt) {
        return Map.of(
                "labels",
                Map.of("alertname", "QueueGrows", "vendor", vendor, "severity", "critical"),
                "annotations",
                Map.of("summary", "Mail is late"),
                "startsAt",
                "0001-01-01T00:00:00.000Z",
                "endsAt",
                endsAt == null ? "0001-01-01T00:00:00.000Z" : endsAt);
    }

    private static ValidatableResponse push(Map<String, Object> alert) {
        return push(List.of(alert));
    }

    private static ValidatableResponse push(List<Map<String, Object>> alerts) {
        return As.operator().body(alerts).post(API + "/alerts").then();
    }

    private static Map<String, Object> silence(String comment, String expression) {
        return Map.of(
                "matchers", List.of(Map.of("name", "vendor", "value", expression, "isRegex", true)),
                "startsAt", Instant.now().toString(),
                "endsAt", Instant.now().plusSeconds(3600).toString(),
                "createdBy", "ida",
                "comment", comment);
    }

    private static ValidatableResponse silence(Map<String, Object> silence) {
        return As.owner().body(silence).post(API + "/silences").then();
    }
}
