package io.bellwether.fact;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DisputesApiTest {

    private static final String REASON = "Filed for another company of the same name.";

    private final VendorRegister vendors;
    private final Facts facts;
    private final Clock clock;
    private Vendor vendor;
    private String finance;
    private String path;

    DisputesApiTest(VendorRegister vendors, Facts facts, Clock clock) {
        this.vendors = vendors;
        this.facts = facts;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(Samples.vendor());
        finance = "/api/v1/vendors/" + vendor.slug() + "/finance";
        path = finance + "/suppressions";
    }

    @Test
    void aBankruptcyThatIsSomebodyElsesIsDisputedUntilTheDisputeEnds() {
        String petition = learn(Finding.event(
                Dimension.FINANCIAL,
                "filing-8k-1.03",
                "petition",
                clock.instant().minus(Duration.ofDays(2)),
                "https://a",
                Map.of()));
        As.viewer()
                .get(finance)
                .then()
                .body("state.kind", equalTo("FAILED_OR_RESTRUCTURING"))
                .body("events.id", contains(petition))
                .body("standing.score", equalTo(5));

        String dispute = dispute(petition, REASON, inAMonth())
                .statusCode(201)
                .header("Location", containsString(path))
                .body("checkId", equalTo("filing-8k-1.03"))
                .body("author", equalTo("test OWNER"))
                .extract()
                .path("id");

        As.viewer()
                .get(finance)
                .then()
                .body("state", nullValue())
                .body("events", empty())
                .body("disputed.id", contains(petition))
                .body("disputed[0].suppression.reason", equalTo(REASON))
                .body("standing.score", equalTo(100));
        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/health")
                .then()
                .body("cap", nullValue())
                .body("dimensions.financial.score", equalTo(100));
        As.viewer().get(path).then().body("items.id", contains(dispute));
        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/security/suppressions")
                .then()
                .body("items", empty());
        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/security/suppressions/" + dispute)
                .then()
                .statusCode(404);

        As.owner().delete(path + "/" + dispute).then().statusCode(204);
        As.viewer().get(finance).then().body("state.kind", equalTo("FAILED_OR_RESTRUCTURING"), "disputed", empty());
        As.viewer().get(path + "?ended=true").then().body("items[0].state", equalTo("ENDED"));
        As.admin()
                .get("/api/v1/audit?limit=500")
                .then()
                .body(
                        "items.findAll { it.subject == 'suppression/%s' }.action".formatted(dispute),
                        contains("suppression.end", "suppression.create"));
    }

    @Test
    void worseNewsOfTheSameEntryCounts() {
        learn(Finding.event(
                Dimension.FINANCIAL, "filing-10-q", "10-q", clock.instant().minusSeconds(60), "https://a", Map.of()));
        String receiver = learn(registered("RECEIVER", 20));
        dispute(receiver, REASON, inAMonth()).statusCode(201);
        As.viewer().get(finance).then().body("standing.score", equalTo(100), "registers", empty());

        learn(registered("INSOLVENT", 10));

        As.viewer().get(finance).then().body("standing.score", equalTo(5), "disputed", empty());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            factId    | not known            | finance shows their ids
            reason    | no                   | between 10 and 2000
            reason    | '          .    '    | at least 10 characters
            expiresAt | 2020-01-01T00:00:00Z | in the future
            expiresAt | 2126-01-01T00:00:00Z | 366 days
            """)
    void aWrongFieldIsNamed(String field, String value, String detail) {
        String fact = learn(Finding.event(
                Dimension.FINANCIAL, "filing-10-q", "10-q", clock.instant().minusSeconds(60), "https://a", Map.of()));

        dispute(
                        field.equals("factId") ? UUID.randomUUID().toString() : fact,
                        field.equals("reason") ? value : REASON,
                        field.equals("expiresAt") ? value : inAMonth())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/" + field))
                .body("errors.detail", hasItem(containsString(detail)));
    }

    private ValidatableResponse dispute(String fact, String reason, String expiresAt) {
        return As.owner()
                .body(Map.of("factId", fact, "reason", reason, "expiresAt", expiresAt))
                .post(path)
                .then();
    }

    private String inAMonth() {
        return clock.instant().plus(Duration.ofDays(30)).toString();
    }

    private Finding registered(String value, int secondsAgo) {
        Instant seen = clock.instant().minusSeconds(secondsAgo);
        return Finding.state(
                Dimension.FINANCIAL, "company-insolvency", "insolvency", value, seen, "https://register", Map.of());
    }

    private String learn(Finding finding) {
        return facts.record(vendor.id(), null, List.of(finding), clock.instant())
                .getFirst()
                .id()
                .toString();
    }
}
