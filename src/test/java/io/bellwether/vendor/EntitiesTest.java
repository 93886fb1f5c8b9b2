package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.platform.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EntitiesTest {

    private static final String CONTRACTING = """
            {"role": "CONTRACTING", "name": "Acme Ireland Ltd", "companyNumber": "123456", "lei": "529900T8BM49AURSDO55",
             "source": "Contract of 2025", "asOf": "2025-03-01"}""";
    private static final String PARENT = """
            {"role": "PARENT", "name": "Acme Inc.", "ticker": "ACME", "cik": "5678", "source": "10-K, exhibit 21",
             "asOf": "2026-02-01"}""";
    private static final String GUARANTOR = """
            {"role": "GUARANTOR", "name": "Acme Inc.", "cik": "5678", "source": "Letter of comfort", "asOf": "2026-02-01"}""";

    private final VendorRegister register;
    private final EntityRegister entities;
    private Vendor vendor;
    private String path;

    EntitiesTest(VendorRegister register, EntityRegister entities) {
        this.register = register;
        this.entities = entities;
    }

    @BeforeEach
    void register() {
        LegalEntity numbers = new LegalEntity(null, "1234", null, null);
        vendor =
                register.create(new NewVendor("Acme " + Ids.next(), null, null, null, null, null, null, numbers, null));
        path = "/api/v1/vendors/" + vendor.slug() + "/entities";
    }

    @Test
    void aVendorsOwnNumbersAreThoseOfTheContractingEntity() {
        As.viewer()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("entities.role", contains("CONTRACTING"))
                .body("entities[0].name", equalTo(vendor.name()))
                .body("entities[0].cik", equalTo("1234"))
                .body("entities[0].source", equalTo("The register of vendors"));
        As.viewer().header("If-None-Match", "\"0\"").get(path).then().statusCode(304);
    }

    @Test
    void whatIsSaidOfTheContractingEntityBecomesTheVendors() {
        put(CONTRACTING, PARENT, GUARANTOR)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("entities.role", contains("CONTRACTING", "PARENT", "GUARANTOR"))
                .body("entities[0].name", equalTo("Acme Ireland Ltd"))
                .body("entities[1].ticker", equalTo("ACME"));

        Vendor changed = register.require(vendor.slug());
        assertThat(changed.legalEntity()).isEqualTo(new LegalEntity(null, null, "123456", "529900T8BM49AURSDO55"));
        assertThat(changed.version()).isEqualTo(1);
    }

    @Test
    void whatIsSaidOfTheVendorsNumbersBecomesTheContractingEntitys() {
        put(CONTRACTING, PARENT).statusCode(200);

        As.operator()
                .body("{\"legalEntity\": {\"lei\": null, \"cik\": \"77\"}}")
                .patch("/api/v1/vendors/" + vendor.slug())
                .then()
                .statusCode(200);

        As.viewer()
                .get(path)
                .then()
                .body("entities[0].cik", equalTo("77"))
                .body("entities[0].lei", nullValue())
                .body("entities[0].name", equalTo(vendor.name()))
                .body("entities[1].name", equalTo("Acme Inc."));
    }

    @Test
    void withoutAContractingEntityItStaysWhoItIs() {
        put(PARENT).statusCode(200).body("entities[0].cik", equalTo("1234"));
        put().statusCode(200).body("entities", hasSize(1));

        assertThat(register.require(vendor.slug()).legalEntity().cik()).isEqualTo("1234");
        assertThat(entities.of(vendor.id())).hasSize(1);
    }

    @Test
    void whoSawAnOldVersionChangesNothing() {
        put(PARENT).statusCode(200);

        As.operator().header("If-Match", "\"0\"").body(body()).put(path).then().statusCode(412);

        assertThat(entities.of(vendor.id())).hasSize(2);
    }

    @Test
    void aChangeIsInTheAuditLog() {
        put(CONTRACTING, PARENT).statusCode(200);

        As.admin()
                .get("/api/v1/audit?limit=5")
                .then()
                .body(
                        "items.findAll { it.subject == 'vendor/%s' }.action".formatted(vendor.slug()),
                        hasItem("vendor.entities"))
                .body("items[0].detail.entities.name", contains("Acme Ireland Ltd", "Acme Inc."));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /entities/0/role          | null     | {"name": "A", "source": "x", "asOf": "2026-01-01"}
            /entities/0/role          | CONTRACTING, PARENT, GUARANTOR | {"role": "SISTER", "name": "A", "source": "x", "asOf": "2026-01-01"}
            /entities/0/name          | blank    | {"role": "PARENT", "name": " ", "source": "x", "asOf": "2026-01-01"}
            /entities/0/source        | blank    | {"role": "PARENT", "name": "A", "source": "", "asOf": "2026-01-01"}
            /entities/0/asOf          | null     | {"role": "PARENT", "name": "A", "source": "x"}
            /entities/0/asOf          | future   | {"role": "PARENT", "name": "A", "source": "x", "asOf": "2999-01-01"}
            /entities/0/cik           | digits   | {"role": "PARENT", "name": "A", "cik": "x", "source": "x", "asOf": "2026-01-01"}
            /entities/0/lei           | 17442    | {"role": "PARENT", "name": "A", "lei": "x", "source": "x", "asOf": "2026-01-01"}
            /entities/0/cik           | contracting entity's own number | {"role": "GUARANTOR", "name": "A", "cik": "0001234", "source": "x", "asOf": "2026-01-01"}
            /entities/0/share         | Unknown field | {"role": "PARENT", "name": "A", "share": 51, "source": "x", "asOf": "2026-01-01"}
            """)
    void aWrongFieldIsNamed(String pointer, String detail, String entity) {
        put(entity)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.find { it.pointer == '%s' }.detail".formatted(pointer), containsString(detail));
        assertThat(register.require(vendor.slug()).version()).isZero();
    }

    @Test
    void nobodyIsThereTwice() {
        put(CONTRACTING, PARENT, PARENT, CONTRACTING)
                .statusCode(400)
                .body("errors.pointer", contains("/entities/2/cik", "/entities/3/role"));
    }

    @Test
    void aVendorThatIsNotThereHasNone() {
        As.viewer().get("/api/v1/vendors/nobody/entities").then().statusCode(404);
        As.operator().body(body()).put("/api/v1/vendors/nobody/entities").then().statusCode(404);
    }

    @Test
    void anEntityMayBeOfToday() {
        put(PARENT.replace("2026-02-01", LocalDate.now(java.time.ZoneOffset.UTC).toString()))
                .statusCode(200);
    }

    private ValidatableResponse put(String... entities) {
        return As.operator().body(body(entities)).put(path).then();
    }

    private static String body(String... entities) {
        return "{\"entities\": [" + String.join(",", entities) + "]}";
    }
}
