package io.bellwether.fact;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ToldFactsApiTest {

    private final VendorRegister vendors;
    private final Facts facts;
    private final Clock clock;
    private Vendor vendor;
    private String path;

    ToldFactsApiTest(VendorRegister vendors, Facts facts, Clock clock) {
        this.vendors = vendors;
        this.facts = facts;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(Samples.vendor());
        path = "/api/v1/vendors/" + vendor.slug() + "/facts";
    }

    @Test
    void aFactIsEnteredListedWithdrawnAndPutBack() {
        String place = enter(layoffs())
                .statusCode(201)
                .body("signal", equalTo("layoffs"))
                .body("part", equalTo("EVENTS"))
                .body("tier", equalTo("STATED"))
                .body("amount", equalTo(25.0f))
                .body("unit", equalTo("% of staff"))
                .body("confidence", equalTo(0.8f))
                .body("note", equalTo("A quarter of engineering."))
                .body("enteredBy", equalTo("test OWNER"))
                .body("expiresAt", nullValue())
                .extract()
                .header("Location");
        String id = place.substring(place.lastIndexOf('/') + 1);
        As.viewer().get(place).then().statusCode(200).body("id", equalTo(id));

        As.owner().delete(place).then().statusCode(204);
        As.owner().delete(place).then().statusCode(204);

        As.viewer().get(path).then().body("items", empty());
        As.viewer()
                .get(path + "?ended=true")
                .then()
                .body("items.id", contains(id), "items[0].withdrawnAt", notNullValue());
        As.viewer().get(finance()).then().body("facts", empty());

        String again = As.owner()
                .post(place + "/restorations")
                .then()
                .statusCode(201)
                .body("amount", equalTo(25.0f))
                .extract()
                .path("id");

        As.viewer().get(path).then().body("items.id", contains(again));
        As.owner().post(place + "/restorations").then().statusCode(409);
        As.owner()
                .post(path + "/" + again + "/restorations")
                .then()
                .statusCode(201)
                .body("id", equalTo(again));
        As.admin()
                .get("/api/v1/audit?limit=500")
                .then()
                .body(
                        "items.findAll { it.subject == 'fact/%s' }.action".formatted(id),
                        contains("fact.withdraw", "fact.enter"))
                .body("items.findAll { it.subject == 'fact/%s' }.action".formatted(again), contains("fact.restore"));
    }

    @Test
    void whatIsToldAloneMakesNoScoreAndIsListed() {
        enter(layoffs()).statusCode(201);
        enter(body("runway-told", "amount", 3, "confidence", 1)).statusCode(201);
        enter(body("funding-round", "amount", 20, "occurredAt", "2025-11-01")).statusCode(201);
        enter(body("headcount", "amount", 60)).statusCode(201);

        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/health")
                .then()
                .statusCode(200)
                .body("dimensions.financial.score", nullValue())
                .body(
                        "dimensions.financial.reason.it",
                        allOf(containsString("Insufficient data"), containsString("dated facts")))
                .body("dimensions.financial.parts.part", contains("STATEMENTS", "EVENTS", "LIQUIDITY", "OBSERVABLE"))
                .body("dimensions.uptime.parts", empty());
        As.viewer()
                .get(finance())
                .then()
                .statusCode(200)
                .body("standing.score", nullValue())
                .body("facts.fact.signal", hasItems("layoffs", "runway-told", "funding-round", "headcount"))
                .body("facts.find { it.fact.signal == 'runway-told' }.pointsNow", equalTo(35.0f))
                .body("facts.find { it.fact.signal == 'runway-told' }.rationale", containsString("runs down"))
                .body("facts.find { it.fact.signal == 'funding-round' }.pointsNow", equalTo(0.0f))
                .body("events", empty())
                .body("impliedRunway.most", greaterThan(0f))
                .body("impliedRunway.assumption", containsString("estimate"));
    }

    @Test
    void whatIsToldMovesTheScoreOfAVendorWhoseFilingsAreRead() {
        learn(Finding.event(Dimension.FINANCIAL, "filing-10-q", "10-q", now().minusSeconds(60), "https://a", Map.of()));
        String before = finance();
        As.viewer().get(before).then().body("standing.score", equalTo(100), "standing.confidence", equalTo(0.7f));

        enter(body("support-decay", "confidence", 1)).statusCode(201);
        String sunset = enter(body("service-sunset", "confidence", 0.5, "secondSource", "https://news"))
                .statusCode(201)
                .extract()
                .path("id");

        As.viewer()
                .get(before)
                .then()
                .body("standing.score", equalTo(62))
                .body("standing.drivers.signal", contains("service-sunset", "support-decay"))
                .body("standing.parts.find { it.part == 'OBSERVABLE' }.points", equalTo(8))
                .body("standing.parts.find { it.part == 'OBSERVABLE' }.tier", equalTo("OBSERVED"));
        As.owner().delete(path + "/" + sunset).then().statusCode(204);
        As.viewer().get(before).then().body("standing.score", equalTo(92));
    }

    @Test
    void theEndOfProceedingsIsToldByPeople() {
        learn(Finding.event(
                Dimension.FINANCIAL,
                "filing-8k-1.03",
                "petition",
                now().minus(Duration.ofDays(200)),
                "https://a",
                Map.of()));
        As.viewer().get(finance()).then().body("state.kind", equalTo("FAILED_OR_RESTRUCTURING"));

        enter(body("bankruptcy-emerged", "confidence", 0.9)).statusCode(201);

        As.viewer().get(finance()).then().body("state.kind", equalTo("EMERGED")).body("standing.score", greaterThan(5));
    }

    @Test
    void anAcquisitionTakesTwoSourcesAndEndsTheScore() {
        learn(Finding.event(
                Dimension.FINANCIAL, "filing-10-q", "10-q", now().minus(Duration.ofDays(40)), "https://a", Map.of()));
        enter(body("acquisition-completed", "confidence", 0.9))
                .statusCode(400)
                .body("errors.pointer", contains("/secondSource"));
        enter(body("acquisition-completed", "confidence", 0.9, "secondSource", "https://FACTS/1"))
                .statusCode(400)
                .body("errors.pointer", contains("/secondSource"));
        enter(body("acquisition-completed", "confidence", 0.9, "secondSource", "https://news"))
                .statusCode(201);

        As.viewer()
                .get(finance())
                .then()
                .body("state.kind", equalTo("ACQUIRED"))
                .body("standing.score", nullValue())
                .body("standing.reason.marketing", containsString("belongs to another company"));
    }

    @ParameterizedTest(name = "{0} of {1} = {2}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            layoffs             | signal       | null                 | fact-kinds
            layoffs             | signal       | rumours              | fact-kinds
            layoffs             | occurredAt   | null                 | date such as
            layoffs             | occurredAt   | yesterday            | date such as
            layoffs             | occurredAt   | 2126-01-01           | not be in the future
            layoffs             | occurredAt   | 2126-01-01T00:00:00Z | not be in the future
            layoffs             | occurredAt   | 1066-10-14           | before 1990
            layoffs             | source       | null                 | 1 to 500
            layoffs             | source       | ' '                  | 1 to 500
            layoffs             | amount       | null                 | % of staff
            layoffs             | amount       | 101                  | between 0 and 100
            layoffs             | amount       | -1                   | between 0 and 100
            support-decay       | amount       | 3                    | has no number
            layoffs             | confidence   | 1.1                  | between 0 and 1
            layoffs             | confidence   | -0.1                 | between 0 and 1
            bankruptcy-emerged  | confidence   | 0.7                  | at least 0.8
            layoffs             | expiresAt    | 2020-01-01           | in the future
            layoffs             | expiresAt    | 2226-01-01           | in the future
            layoffs             | expiresAt    | soon                 | in the future
            layoffs             | note         | ''                   | 1 to 2000
            service-sunset      | secondSource | null                 | second source
            """)
    void aWrongFieldIsNamedWithItsRemedy(String signal, String field, @Nullable String value, String remedy) {
        Map<String, @Nullable Object> body = signal.equals("layoffs") ? layoffs() : body(signal);
        body.put(field, number(value));

        enter(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/" + field))
                .body("errors.find { it.pointer == '/%s' }.detail".formatted(field), containsString(remedy));
        As.viewer().get(path).then().body("items", empty());
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        enter(Map.of("signal", "layoffs", "confidence", 7))
                .statusCode(400)
                .body("errors.pointer", hasItems("/amount", "/occurredAt", "/source", "/confidence"));
    }

    @Test
    void anExpiredFactIsListedOnlyAmongThePast() {
        Map<String, @Nullable Object> body = layoffs();
        body.put("expiresAt", now().plusSeconds(3600).toString());
        String id = enter(body).statusCode(201).extract().path("id");
        As.viewer().get(path).then().body("items.id", contains(id));

        facts.record(
                vendor.id(),
                null,
                List.of(Finding.event(
                        Dimension.FINANCIAL,
                        "support-decay",
                        DatedFacts.PREFIX + "over",
                        now().minusSeconds(60),
                        "https://a",
                        Map.of("expiresAt", "2020-01-01T00:00:00Z"))),
                now());

        As.viewer().get(path).then().body("items.id", contains(id));
        As.viewer().get(path + "?ended=true").then().body("items", hasSize(2));
    }

    @Test
    void aFactBelongsToItsVendor() {
        String id = enter(layoffs()).statusCode(201).extract().path("id");
        String others = "/api/v1/vendors/" + vendors.create(Samples.vendor()).slug() + "/facts/" + id;

        As.viewer().get(others).then().statusCode(404);
        As.owner().delete(others).then().statusCode(404);
        As.owner().post(others + "/restorations").then().statusCode(404);
        As.viewer().get(path + "/" + UUID.randomUUID()).then().statusCode(404);
        As.viewer().get("/api/v1/vendors/nobody/facts").then().statusCode(404);
        As.owner().body(layoffs()).post("/api/v1/vendors/nobody/facts").then().statusCode(404);
    }

    @Test
    void theListIsPagedByWhatWasEnteredLast() {
        for (String signal : List.of("support-decay", "hiring-stopped", "page-silence")) {
            enter(body(signal)).statusCode(201);
        }

        String next = As.viewer()
                .get(path + "?limit=2")
                .then()
                .body("items.signal", contains("page-silence", "hiring-stopped"))
                .extract()
                .path("next");

        As.viewer()
                .get(path + "?limit=2&after=" + next)
                .then()
                .body("items.signal", contains("support-decay"))
                .body("next", nullValue());
        As.viewer().get(path + "?after=broken").then().statusCode(400);
    }

    @Test
    void whatThisReleaseDoesNotKnowTakesNoPlaceOnAPage() {
        enter(body("support-decay")).statusCode(201);
        String key = DatedFacts.PREFIX + Ids.next();
        learn(Finding.event(Dimension.FINANCIAL, "of-a-later-release", key, now(), "https://a", Map.of()));

        As.viewer()
                .get(path + "?limit=1")
                .then()
                .body("items.signal", contains("support-decay"))
                .body("next", nullValue());
    }

    @Test
    void theKindsAreListedWithWhatTheyWeigh() {
        As.viewer()
                .get("/api/v1/finance/fact-kinds")
                .then()
                .statusCode(200)
                .body("items.signal", hasItems("layoffs", "runway-told", "bankruptcy-emerged"))
                .body("items.find { it.signal == 'layoffs' }.unit", equalTo("% of staff"))
                .body("items.find { it.signal == 'hiring-stopped' }.countsAfterDays", equalTo(60))
                .body("items.find { it.signal == 'service-sunset' }.halfLifeDays", nullValue())
                .body("items.find { it.signal == 'service-sunset' }.sources", equalTo(2))
                .body("items.rationale", hasItem(endsWith(".")));
    }

    private Map<String, @Nullable Object> layoffs() {
        return body("layoffs", "amount", 25, "confidence", 0.8, "note", "A quarter of engineering.");
    }

    private Map<String, @Nullable Object> body(String signal, Object... more) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("signal", signal);
        body.put("occurredAt", now().minusSeconds(3600).toString());
        body.put("source", "https://facts/1");
        for (int i = 0; i < more.length; i += 2) {
            body.put(String.valueOf(more[i]), more[i + 1]);
        }
        return body;
    }

    private static @Nullable Object number(@Nullable String value) {
        return value != null && value.matches("-?[0-9.]{1,5}") ? (Object) Double.valueOf(value) : value;
    }

    private ValidatableResponse enter(Map<String, @Nullable Object> body) {
        return As.owner().body(body).post(path).then();
    }

    private void learn(Finding finding) {
        facts.record(vendor.id(), null, List.of(finding), now());
    }

    private Instant now() {
        return clock.instant();
    }

    private String finance() {
        return "/api/v1/vendors/" + vendor.slug() + "/finance";
    }
}
