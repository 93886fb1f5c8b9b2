package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.platform.Json;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Percentage;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReviewsTest {

    private static final Percentage ONE_PERCENT = withinPercentage(1);

    private final RecordedQuarter quarter;
    private final VendorRegister vendors;
    private final ReviewJob job;
    private final Jdbi jdbi;
    private final Json json;
    private final Clock clock;

    private ReviewCalls reviews;
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
        reviews = ReviewCalls.ofNewVendor();
        probe = quarter.record(reviews.slug());
    }

    @Test
    void opensAReviewWhoseFiguresAreThoseOfTheQuarter() {
        JsonPath review = reviews.open(201).extract().jsonPath(ReviewCalls.DOUBLES);

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
                        "status-page",
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
                .isEqualTo("/api/v1/vendors/" + reviews.slug()
                        + "/availability?from=2001-05-01T00:00:00Z&to=2001-06-01T00:00:00Z");
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
        assertThat(latency.getDouble("probes[0].current.p95")).isCloseTo(120, ONE_PERCENT);
        assertThat(latency.getDouble("probes[0].before.p50")).isCloseTo(100, ONE_PERCENT);
        assertThat(latency.getDouble("probes[0].changePercent.p95")).isCloseTo(20, within(2.0));

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
        ValidatableResponse first = reviews.open(201);
        String id = first.extract().path("id");

        JsonPath again = reviews.open(200).extract().jsonPath(ReviewCalls.DOUBLES);

        first.header("Location", containsString("/api/v1/reviews/" + id)).header("ETag", "\"0\"");
        assertThat(again.getMap(""))
                .isEqualTo(first.extract().jsonPath(ReviewCalls.DOUBLES).getMap(""));
        reviews.list()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].grade", equalTo("D"));
    }

    @Test
    void gathersADraftAnewAndKeepsItsComments() {
        String id = reviews.draft();
        reviews.comment(id, "alerts", "Thanks, Ada.").statusCode(200);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE observation SET outcome = 'U' WHERE series = (SELECT number FROM series WHERE probe_id = ?) AND due_at = '2001-05-10T12:00Z'",
                probe.id()));

        JsonPath review = reviews.open(200).extract().jsonPath(ReviewCalls.DOUBLES);

        assertThat(review.getString("id")).isEqualTo(id);
        assertThat(section(review, "availability").getDouble("whole.downMinutes.min"))
                .isEqualTo(60);
        assertThat(review.getString("sections.find { it.key == 'alerts' }.comment"))
                .isEqualTo("Thanks, Ada.");
        assertThat(review.getInt("version")).isEqualTo(2);
    }

    @Test
    void keepsFiguresWhoseObservationsAreGone() {
        reviews.comment(reviews.draft(), "actions", "Ask for a credit.");
        quarter.forgetObservations(probe);

        JsonPath review = reviews.open(200).extract().jsonPath(ReviewCalls.DOUBLES);

        assertThat(section(review, "availability").getDouble("whole.unknownMinutes"))
                .isEqualTo(360);
        JsonPath next = reviews.open("2001-Q3").statusCode(201).extract().jsonPath(ReviewCalls.DOUBLES);
        assertThat(section(next, "availability").getDouble("before.downMinutes.min"))
                .isEqualTo(120);
        assertThat(section(next, "availability").getString("before.source"))
                .isEqualTo("/api/v1/reviews/" + review.getString("id"));
        assertThat(section(next, "latency").getDouble("probes[0].before.p95")).isCloseTo(120, ONE_PERCENT);
        assertThat(section(next, "actions").getString("carriedForward.comment")).isEqualTo("Ask for a credit.");
        assertThat(section(next, "header").getString("previousReview.id")).isEqualTo(review.getString("id"));
    }

    @Test
    void takesCommentsFromOwnersWithTheirName() {
        String id = reviews.draft();

        reviews.comment(id, "summary", "We stay.")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sections.find { it.key == 'summary' }.comment", equalTo("We stay."))
                .body("sections.find { it.key == 'summary' }.commentedBy", equalTo("test OWNER"));
        reviews.comment(id, "summary", " ").body("sections.find { it.key == 'summary' }.comment", nullValue());
        reviews.comment(id, "weather", "Rain.").statusCode(404);
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
    void ofARunningQuarterIsPartial() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        As.owner()
                .body(Map.of("period", Quarter.of(today).toString(), "zone", "Europe/Berlin"))
                .post(reviews.url())
                .then()
                .statusCode(201)
                .body("partial", equalTo(true))
                .body("zone", equalTo("Europe/Berlin"))
                .body("until", containsString(today.toString()))
                .body("sections.find { it.key == 'availability' }.data.whole.availability", nullValue());
    }

    @Test
    void listsThemNewestFirstPageByPage() {
        reviews.open(201);
        reviews.open("2001-Q1").statusCode(201);

        String next = As.viewer()
                .get(reviews.url() + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.period", contains("2001-Q2"))
                .extract()
                .path("next");
        As.viewer()
                .get(reviews.url() + "?limit=1&after=" + next)
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

        reviews.list().body("items.period", contains(last));
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
                .post(reviews.url())
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
                .body(Map.of("period", ReviewCalls.PERIOD))
                .post("/api/v1/vendors/nobody/reviews")
                .then()
                .statusCode(404);
        As.viewer()
                .body(Map.of("period", ReviewCalls.PERIOD))
                .post(reviews.url())
                .then()
                .statusCode(403);
        As.nobody().get(nobody).then().statusCode(401);
    }

    private JsonPath section(JsonPath review, String key) {
        Map<String, Object> data = review.getMap("sections.find { it.key == '" + key + "' }.data");
        return JsonPath.from(json.write(data)).using(ReviewCalls.DOUBLES);
    }
}
