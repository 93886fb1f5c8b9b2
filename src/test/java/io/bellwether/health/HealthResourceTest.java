package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.hostName;

import io.bellwether.core.score.RuleSet;
import io.bellwether.platform.Role;
import io.bellwether.platform.Tokens;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthResourceTest {

    private final WatchedVendors vendors;
    private final Tokens tokens;
    private Vendor vendor;

    HealthResourceTest(WatchedVendors vendors, Tokens tokens) {
        this.vendors = vendors;
        this.tokens = tokens;
    }

    @BeforeEach
    void register() {
        vendor = vendors.register("Health");
    }

    @Test
    void tellsHealthOverRestInItsDocumentedShape() {
        vendors.learn(vendor, hostName("FAIL"));

        asViewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/health")
                .then()
                .statusCode(200)
                .body("index", Matchers.is(65))
                .body("grade", Matchers.is("C"))
                .body("trend", Matchers.is("STEADY"))
                .body("ruleSet", Matchers.is(RuleSet.CURRENT + "+standard.1"))
                .body("weights.uptime", Matchers.is(40))
                .body("explanation.dimension", Matchers.contains("SECURITY"))
                .body("explanation.contribution", Matchers.contains(35))
                .body("$", Matchers.hasKey("cap"))
                .body("dimensions.uptime.score", Matchers.nullValue())
                .body("dimensions.security.score", Matchers.is(65))
                .body("dimensions.security.drivers[0].signal", Matchers.is("tls-host-name"))
                .body("dimensions.security.drivers[0].contribution", Matchers.is(35))
                .body("dimensions.security.drivers[0].source", Matchers.is("https://a"))
                .body("dimensions.security.drivers[0].text.it", Matchers.containsString("host name"))
                .body("dimensions.security.drivers[0].text.marketing", Matchers.not(Matchers.emptyString()));
    }

    @Test
    void tellsTheHistoryOverRest() {
        vendors.snapshot(vendor, 2, 80);
        vendors.snapshot(vendor, 1, 70);

        asViewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/health/history?from=2026-11-20&to=2026-11-22")
                .then()
                .statusCode(200)
                .body("items.day", Matchers.contains("2026-11-20", "2026-11-21"))
                .body("items.index", Matchers.contains(80, 70))
                .body("items[0].trend", Matchers.is("STEADY"))
                .body("items[0].uptime", Matchers.is(80))
                .body("next", Matchers.nullValue());
        asViewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/health/history?from=never")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", Matchers.is("from"));
    }

    @Test
    void answersNobodyWithoutTokenAndNothingForAVendorThatIsNotThere() {
        RestAssured.get("/api/v1/vendors/" + vendor.slug() + "/health").then().statusCode(401);
        asViewer().get("/api/v1/vendors/no-such-vendor/health").then().statusCode(404);
        asViewer().get("/api/v1/vendors/no-such-vendor/health/history").then().statusCode(404);
    }

    private RequestSpecification asViewer() {
        return RestAssured.given()
                .auth()
                .oauth2(tokens.create("health", Role.VIEWER, null).secret());
    }
}
