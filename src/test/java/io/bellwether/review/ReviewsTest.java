package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.platform.Json;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReviewsTest {

    private static final String PERIOD = "2001-Q2";
    private static final JsonPathConfig DOUBLES = new JsonPathConfig(NumberReturnType.DOUBLE);

    private final RecordedQuarter quarter;
    private final VendorRegister vendors;
    private final ReviewJob job;
    private final Jdbi jdbi;
    private final Json json;
    private final Clock clock;

    private String slug = "";
    private ConfiguredProbe probe;

    ReviewsTest(RecordedQuarter quarter, VendorRegister vendors, ReviewJob job, Jdbi jdbi, Json json, Clock clock) {
        this.quarter = quarter;
        this.vendors = vendors;
        this.job = job;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    @BeforeEach
    void recordAQuarter() {
        Vendor vendor = newVendor();
        slug = vendor.slug();
        probe = quarter.record(vendor);
    }

    @Test
    void opensAReviewWhoseFiguresAreThoseOfTheQuarter() {
        JsonPath review = open(201).extract().jsonPath(DOUBLES);

        assertThat(review.getString("state")).isEqualTo("DRAFT");
        assertThat(review.getBoolean("partial")).isFalse();
        assertThat(review.getString("from")).isEqualTo("2001-04-01T00:00:00Z");
        assertThat(review.getString("to")).isEqualTo("2001-07-01T00:00:00Z");
        assertThat(review.getList("sections.key"))
                .containsExactly(
                        "header",
                        "summary",
                        "availability",
                        "incidents",
                        "latency",
                        "posture",
                        "financial",
                        "alerts",
                        "health",
                        "actions");

        JsonPath availability = section(review, "availability");
        assertThat(availability.getDouble("whole.availability")).isEqualTo(130_500.0 / 130_680);
        assertThat(availability.getDouble("whole.downMinutes.min")).isEqualTo(120);
        assertThat(availability.getDouble("whole.downMinutes.max")).isEqualTo(240);
        assertThat(availability.getDouble("whole.unknownMinutes")).isEqualTo(360);
        assertThat(availability.getList("months.name")).containsExactly("2001-04", "2001-05", "2001-06");
        assertThat(availability.getDouble("months[0].availability")).isEqualTo(1);
        assertThat(availability.getDouble("months[1].availability")).isEqualTo(44_460.0 / 44_640);
        assertThat(availability.getDouble("months[2].unknownMinutes")).isEqualTo(360);
        assertThat(availability.getString("months[1].source"))
                .isEqualTo(
                        "/api/v1/vendors/" + slug + "/availability?from=2001-05-01T00:00:00Z&to=2001-06-01T00:00:00Z");
        assertThat(availability.getDouble("before.availability")).isEqualTo(1);

        JsonPath incidents = section(review, "incidents");
        assertThat(incidents.getList("items")).hasSize(1);
        assertThat(incidents.getString("items[0].startedAt")).isEqualTo("2001-05-10T10:00:00Z");
        assertThat(incidents.getString("items[0].endedAt")).isEqualTo("2001-05-10T13:00:00Z");
        assertThat(incidents.getString("items[0].reason")).isEqualTo("connection refused");
        assertThat(incidents.getString("items[0].announced.title")).isEqualTo("Login does not work");
        assertThat(incidents.getDouble("items[0].delayMinutes")).isEqualTo(25);

        JsonPath latency = section(review, "latency");
        assertThat(latency.getString("probes[0].id")).isEqualTo(probe.id().toString());
        assertThat(latency.getLong("probes[0].current.count")).isEqualTo(91 * 24 - 3 - 6);
        assertThat(latency.getDouble("probes[0].current.p95")).isEqualTo(120);
        assertThat(latency.getDouble("probes[0].before.p50")).isEqualTo(100);
        assertThat(latency.getDouble("probes[0].changePercent.p95")).isEqualTo(20);

        JsonPath posture = section(review, "posture");
        assertThat(posture.getString("changes[0].before")).isEqualTo("PASS");
        assertThat(posture.getString("changes[0].now")).isEqualTo("FAIL");
        assertThat(posture.getString("changes[0].at")).isEqualTo("2001-05-20T00:00:00Z");

        JsonPath financial = section(review, "financial");
        assertThat(financial.getString("events[0].date")).isEqualTo("2001-06-15T12:00:00Z");
        assertThat(financial.getString("events[0].source")).isEqualTo("https://filings.example/8k/1");
        assertThat(financial.getString("events[0].meaning.marketing")).contains("bankruptcy");

        JsonPath alerts = section(review, "alerts");
        assertThat(alerts.getInt("counts.total")).isEqualTo(1);
        assertThat(alerts.getDouble("items[0].minutes")).isEqualTo(180);
        assertThat(alerts.getString("items[0].acknowledgedBy")).isEqualTo("ada");
        assertThat(alerts.getDouble("items[0].minutesToAcknowledge")).isEqualTo(7);

        JsonPath health = section(review, "health");
        assertThat(health.getInt("index.begin.index")).isEqualTo(82);
        assertThat(health.getInt("index.end.index")).isEqualTo(40);
        assertThat(health.getString("ruleSet")).isEqualTo("rules-of-then");
        assertThat(health.getInt("drivers[0].contribution")).isEqualTo(60);

        JsonPath summary = section(review, "summary");
        assertThat(summary.getString("grade")).isEqualTo("D");
        assertThat(summary.getString("facts[0].text.marketing")).isEqualTo("It has filed for bankruptcy protection.");
        assertThat(summary.getString("text.it")).contains("grade D, 40 of 100, getting worse");
    }

    @Test
    void answersTheSameReviewWhenAskedAgain() {
        ValidatableResponse first = open(201);
        String id = first.extract().path("id");

        JsonPath again = open(200).extract().jsonPath(DOUBLES);

        first.header("Location", containsString("/api/v1/reviews/" + id)).header("ETag", "\"0\"");
        assertThat(again.getMap("")).isEqualTo(first.extract().jsonPath(DOUBLES).getMap(""));
        list().body("items", hasSize(1)).body("items[0].id", equalTo(id)).body("items[0].grade", equalTo("D"));
    }

    @Test
    void gathersADraftAnewAndKeepsItsComments() {
        String id = open(201).extract().path("id");
        comment(id, "alerts", "Thanks, Ada.").statusCode(200);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE observation SET outcome = 'UP' WHERE probe_id = ? AND due_at = '2001-05-10T12:00Z'",
                probe.id()));

        JsonPath review = open(200).extract().jsonPath(DOUBLES);

        assertThat(review.getString("id")).isEqualTo(id);
        assertThat(section(review, "availability").getDouble("whole.downMinutes.min"))
                .isEqualTo(60);
        assertThat(review.getString("sections.find { it.key == 'alerts' }.comment"))
                .isEqualTo("Thanks, Ada.");
        assertThat(review.getInt("version")).isEqualTo(2);
    }

    @Test
    void keepsFiguresWhoseObservationsAreGone() {
        comment(open(201).extract().path("id"), "actions", "Ask for a credit.");
        quarter.forgetObservations(probe);

        JsonPath review = open(200).extract().jsonPath(DOUBLES);

        assertThat(section(review, "availability").getDouble("whole.unknownMinutes"))
                .isEqualTo(360);
        JsonPath next = As.owner()
                .body(Map.of("period", "2001-Q3"))
                .post(reviews())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath(DOUBLES);
        assertThat(section(next, "availability").getDouble("before.downMinutes.min"))
                .isEqualTo(120);
        assertThat(section(next, "availability").getString("before.source"))
                .isEqualTo("/api/v1/reviews/" + review.getString("id"));
        assertThat(section(next, "latency").getDouble("probes[0].before.p95")).isEqualTo(120);
        assertThat(section(next, "actions").getString("carriedForward.comment")).isEqualTo("Ask for a credit.");
        assertThat(section(next, "header").getString("previousReview.id")).isEqualTo(review.getString("id"));
    }

    @Test
    void takesCommentsFromOwnersWithTheirName() {
        String id = open(201).extract().path("id");

        comment(id, "summary", "We stay.")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sections.find { it.key == 'summary' }.comment", equalTo("We stay."))
                .body("sections.find { it.key == 'summary' }.commentedBy", equalTo("test OWNER"));
        comment(id, "summary", " ").body("sections.find { it.key == 'summary' }.comment", nullValue());
        comment(id, "weather", "Rain.").statusCode(404);
        As.owner()
                .header("If-Match", "\"0\"")
                .body(Map.of("comment", "late"))
                .patch("/api/v1/reviews/" + id + "/sections/summary")
                .then()
                .statusCode(412);
        As.viewer()
                .body(Map.of("comment", "me too"))
                .patch("/api/v1/reviews/" + id + "/sections/summary")
                .then()
                .statusCode(403);
    }

    @Test
    void isFrozenWhenBothLensesHaveSigned() throws Exception {
        String id = open(201).extract().path("id");

        sign(id, "IT", "REPLACE")
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("hashValid", nullValue())
                .body("signOffs[0].signedBy", equalTo("test OWNER"));
        sign(id, "IT", "KEEP").statusCode(409);
        open(200).body("version", equalTo(1));
        sign(id, "MARKETING", "FIX")
                .statusCode(201)
                .body("state", equalTo("FROZEN"))
                .body("hashValid", equalTo(true))
                .body("sections.find { it.key == 'header' }.data.state", equalTo("FROZEN"));
        sign(id, "MARKETING", "KEEP").statusCode(409);
        comment(id, "summary", "too late").statusCode(409);
        open(200).body("state", equalTo("FROZEN")).body("version", equalTo(2));

        String served = As.viewer().get("/api/v1/reviews/" + id).asString();
        Map<String, Object> members = json.map(served);
        assertThat(members.remove("hashValid")).isEqualTo(true);
        assertThat(members.remove("hash")).isEqualTo(sha256(Canonical.json(members)));
        assertThat(audited(id)).containsExactly("review.open", "review.sign", "review.sign", "review.freeze");
    }

    /** Both wait for the same row, so the second must see what the first wrote while it waited. */
    @Test
    void isFrozenAlsoWhenBothSignAtTheSameMoment() throws Exception {
        String id = open(201).extract().path("id");
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = jdbi.inTransaction(handle -> {
                handle.execute("SELECT 1 FROM review WHERE id = ? FOR UPDATE", UUID.fromString(id));
                Future<Integer> it =
                        people.submit(() -> sign(id, "IT", "KEEP").extract().statusCode());
                Future<Integer> marketing = people.submit(
                        () -> sign(id, "MARKETING", "KEEP").extract().statusCode());
                Awaitility.await().until(() -> waitingForReviews() == 2);
                return List.of(it, marketing);
            });
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        As.viewer()
                .get("/api/v1/reviews/" + id)
                .then()
                .body("state", equalTo("FROZEN"))
                .body("hashValid", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE review SET body = jsonb_set(body, '{sections,2,data,whole,availability}', '1') WHERE id = ?",
                "UPDATE review SET body = jsonb_set(body, '{sections,0,comment}', '\"fine\"') WHERE id = ?",
                "UPDATE review SET body = body || '{\"more\": 1}' WHERE id = ?",
                "UPDATE review SET state = 'DRAFT' WHERE id = ?",
                "UPDATE review SET state = 'DRAFT', hash = NULL, frozen_at = NULL WHERE id = ?",
                "UPDATE review SET period = '2001-Q1' WHERE id = ?",
                "UPDATE review SET frozen_at = frozen_at + interval '1 second' WHERE id = ?",
                "UPDATE review SET hash = repeat('0', 64) WHERE id = ?",
                "UPDATE review_sign_off SET decision = 'KEEP' WHERE review_id = ? AND lens = 'IT'",
                "DELETE FROM review_sign_off WHERE review_id = ? AND lens = 'IT'"
            })
    void tellsThatSomebodyChangedAFrozenReview(String tampering) {
        String id = open(201).extract().path("id");
        sign(id, "IT", "EXIT");
        sign(id, "MARKETING", "EXIT").body("hashValid", equalTo(true));

        jdbi.useHandle(handle -> handle.execute(tampering, UUID.fromString(id)));

        As.viewer()
                .get("/api/v1/reviews/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("hashValid", equalTo(false));
    }

    @Test
    void exportsTheSameFiguresAsJsonAndAsCsv() throws IOException {
        String id = open(201).extract().path("id");
        comment(id, "actions", "=HYPERLINK(\"https://evil.example\")");
        ValidatableResponse asCsv = export(id, "csv").statusCode(200);
        String asJson = export(id, "json").statusCode(200).extract().asString();

        asCsv.header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"review-" + slug + "-2001-Q2.csv\"");
        assertThat(asJson).isEqualTo(As.viewer().get("/api/v1/reviews/" + id).asString());
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(asCsv.extract().asString()))
                .getRecords();
        JsonPath review = JsonPath.from(asJson).using(DOUBLES);
        assertThat(rows).hasSizeGreaterThan(100);
        for (CSVRecord row : rows) {
            assertSame(row, review);
        }
        assertThat(rows)
                .hasSize(leaves(json.map(asJson)) - review.getList("sections").size());
    }

    @Test
    void namesTheFormatsThatExist() {
        String id = open(201).extract().path("id");

        for (String format : List.of("xlsx", "PDF", "")) {
            export(id, format)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("format"))
                    .body("errors[0].detail", containsString("json, csv"));
        }
        As.viewer().get("/api/v1/reviews/" + id + "/export").then().statusCode(400);
    }

    @Test
    void ofARunningQuarterIsPartial() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        As.owner()
                .body(Map.of("period", Quarter.of(today).toString(), "zone", "Europe/Berlin"))
                .post(reviews())
                .then()
                .statusCode(201)
                .body("partial", equalTo(true))
                .body("zone", equalTo("Europe/Berlin"))
                .body("until", containsString(today.toString()))
                .body("sections.find { it.key == 'availability' }.data.whole.availability", nullValue());
    }

    @Test
    void listsThemNewestFirstPageByPage() {
        open(201);
        As.owner().body(Map.of("period", "2001-Q1")).post(reviews()).then().statusCode(201);

        String next = As.viewer()
                .get(reviews() + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.period", contains("2001-Q2"))
                .extract()
                .path("next");
        As.viewer()
                .get(reviews() + "?limit=1&after=" + next)
                .then()
                .body("items.period", contains("2001-Q1"))
                .body("next", nullValue());
    }

    @Test
    void theJobOpensTheLastQuarterOfEveryVendorOnce() {
        String last = Quarter.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .previous()
                .toString();

        job.openLastQuarter();
        job.openLastQuarter();

        list().body("items.period", contains(last));
        assertThat(vendors.active())
                .allSatisfy(vendor -> As.viewer()
                        .get("/api/v1/vendors/" + vendor.slug() + "/reviews")
                        .then()
                        .body("items.period", hasItems(last)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"period\":\"2001-Q5\"}|/period",
                "{\"period\":\"last\"}|/period",
                "{\"period\":\"9999-Q4\"}|/period",
                "{\"period\":7}|/period",
                "{}|/period",
                "{\"period\":\"2001-Q2\",\"zone\":\"Mars/Olympus\"}|/zone",
                "{\"period\":\"2001-Q2\",\"colour\":\"red\"}|/colour"
            })
    void refusesToOpenWhatMakesNoSense(String body, String pointer) {
        As.owner()
                .body(body)
                .post(reviews())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void knowsOnlyWhatThereIs() {
        String nobody = "/api/v1/reviews/" + UUID.randomUUID();

        As.viewer().get(nobody).then().statusCode(404);
        As.viewer().get("/api/v1/reviews/seven").then().statusCode(404);
        As.viewer().get(nobody + "/export?format=csv").then().statusCode(404);
        As.viewer().get("/api/v1/vendors/nobody/reviews").then().statusCode(404);
        As.owner()
                .body(Map.of("period", PERIOD))
                .post("/api/v1/vendors/nobody/reviews")
                .then()
                .statusCode(404);
        As.viewer().body(Map.of("period", PERIOD)).post(reviews()).then().statusCode(403);
        As.nobody().get(nobody).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lens\":\"IT\",\"decision\":\"SHRUG\"}|/decision",
                "{\"lens\":\"IT\"}|/decision",
                "{\"decision\":\"KEEP\"}|/lens",
                "{\"lens\":\"LEGAL\",\"decision\":\"KEEP\"}|/lens"
            })
    void refusesSignaturesThatSayNothing(String body, String pointer) {
        String id = open(201).extract().path("id");

        As.owner()
                .body(body)
                .post("/api/v1/reviews/" + id + "/sign-offs")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private Vendor newVendor() {
        String created = As.operator()
                .body(Map.of("name", "Acme " + UUID.randomUUID()))
                .post("/api/v1/vendors")
                .then()
                .statusCode(201)
                .extract()
                .path("slug");
        return vendors.require(created);
    }

    private String reviews() {
        return "/api/v1/vendors/" + slug + "/reviews";
    }

    private ValidatableResponse open(int status) {
        return As.owner().body(Map.of("period", PERIOD)).post(reviews()).then().statusCode(status);
    }

    private ValidatableResponse list() {
        return As.viewer().get(reviews()).then().statusCode(200);
    }

    private static ValidatableResponse comment(String id, String section, String text) {
        return As.owner()
                .body(Map.of("comment", text))
                .patch("/api/v1/reviews/" + id + "/sections/" + section)
                .then();
    }

    private static ValidatableResponse sign(String id, String lens, String decision) {
        return As.owner()
                .body(Map.of("lens", lens, "decision", decision, "comment", "as agreed"))
                .post("/api/v1/reviews/" + id + "/sign-offs")
                .then();
    }

    private static ValidatableResponse export(String id, String format) {
        return As.viewer()
                .get("/api/v1/reviews/" + id + "/export?format=" + format)
                .then();
    }

    private JsonPath section(JsonPath review, String key) {
        Map<String, Object> data = review.getMap("sections.find { it.key == '" + key + "' }.data");
        return JsonPath.from(json.write(data)).using(DOUBLES);
    }

    private int waitingForReviews() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE wait_event_type = 'Lock' AND query LIKE '%FROM review WHERE id%'""").mapTo(int.class).one());
    }

    private List<String> audited(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT action FROM audit_entry WHERE subject = :subject ORDER BY id")
                        .bind("subject", "review/" + id)
                        .mapTo(String.class)
                        .list());
    }

    /** Numbers are equal as numbers; text as text, apart from the guard against formulas. */
    private static void assertSame(CSVRecord row, JsonPath review) {
        String item = row.get("item").replaceAll("/(\\d+)", "[$1]");
        String field = row.get("field").replaceAll("/(\\d+)", "[$1]");
        String path = item.isEmpty() ? field : field.isEmpty() ? item : item + "." + field;
        String section = "sections.find { it.key == '" + row.get("section") + "' }.";
        boolean besideData = List.of("title", "comment", "commentedBy").contains(path);
        Object value =
                review.get(row.get("section").equals("review") ? path : section + (besideData ? "" : "data.") + path);
        String cell = row.get("value");
        switch (value) {
            case null -> assertThat(cell).as(row.toString()).isEmpty();
            case Number number ->
                assertThat(new BigDecimal(cell)).as(row.toString()).isEqualByComparingTo(number.toString());
            default -> assertThat(cell).as(row.toString()).isEqualTo(CsvExport.guarded(value.toString()));
        }
    }

    private static int leaves(Object value) {
        return switch (value) {
            case null -> 1;
            case Map<?, ?> map ->
                map.values().stream().mapToInt(ReviewsTest::leaves).sum();
            case List<?> list -> list.stream().mapToInt(ReviewsTest::leaves).sum();
            default -> 1;
        };
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
