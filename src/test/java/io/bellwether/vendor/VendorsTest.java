package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VendorsTest {

    private static final String VENDORS = "/api/v1/vendors";

    private final VendorRegister register;
    private final ProbeRegister probes;

    VendorsTest(VendorRegister register, ProbeRegister probes) {
        this.register = register;
        this.probes = probes;
    }

    @Test
    void aNameIsEnough() {
        String mark = Ids.next().toString();

        create(Map.of("name", "Löwe & Co. " + mark))
                .header("Location", endsWith(VENDORS + "/lowe-and-co-" + mark))
                .header("ETag", "\"0\"")
                .body("slug", equalTo("lowe-and-co-" + mark))
                .body("tier", equalTo("STANDARD"))
                .body("domains", empty())
                .body("website", nullValue())
                .body("owners.it", nullValue());
    }

    @Test
    void whatWasRegisteredReadsBackTheSame() {
        String slug = "full-" + Ids.next();
        String body = """
                {"name": "Full", "slug": "%s", "website": "https://full.example/", "tier": "STRATEGIC",
                 "statusPage": "https://status.full.example", "domains": ["full.example", "full.net"],
                 "capabilities": ["mail"],
                 "legalEntity": {"ticker": "FULL", "cik": "0001009672", "companyNumber": "HRB 1", "lei": "529900T8BM49AURSDO55"},
                 "owners": {"marketing": {"name": "Mia", "email": "mia@example.com", "slackChannel": "#mia", "timeZone": "Europe/Berlin"},
                            "it": {"name": "Ian", "email": "ian@example.com", "slackChannel": null, "timeZone": null},
                            "budget": null}}""".formatted(slug);

        Map<String, Object> created = create(body).extract().path("");
        Map<String, Object> read = As.viewer()
                .get(VENDORS + "/" + slug)
                .then()
                .statusCode(200)
                .extract()
                .path("");

        assertThat(read).isEqualTo(created);
        assertThat(JsonPath.from(body).<Map<String, Object>>get())
                .allSatisfy((field, value) -> assertThat(read).containsEntry(field, value));
    }

    @Test
    void aSlugIsTakenOnceWhetherGivenOrDerived() {
        String mark = Ids.next().toString();
        create(Map.of("name", "Acme " + mark));

        refusedAsTaken(Map.of("name", "ACME " + mark));
        refusedAsTaken(Map.of("name", "Other", "slug", "acme-" + mark));
    }

    @Test
    void aPutReplacesEverythingButTheSlug() {
        String slug = create(Map.of("name", "Old " + Ids.next(), "tier", "STRATEGIC", "website", "https://old.example"))
                .extract()
                .path("slug");

        As.operator()
                .body(Map.of("name", "New"))
                .put(VENDORS + "/" + slug)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("slug", equalTo(slug))
                .body("name", equalTo("New"))
                .body("tier", equalTo("STANDARD"))
                .body("website", nullValue());
        As.operator()
                .body(Map.of("name", "New", "slug", "another"))
                .put(VENDORS + "/" + slug)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"));
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/merge-patch+json"})
    void aPatchChangesWhatItNames(String contentType) {
        String slug = create("""
                {"name": "Patch %s", "tier": "STRATEGIC", "website": "https://a.example",
                 "owners": {"it": {"name": "Ian", "email": "ian@example.com", "timeZone": "Europe/Paris"}}}""".formatted(Ids.next())).extract().path("slug");

        As.operator()
                .contentType(contentType)
                .body("{\"website\": null, \"owners\": {\"it\": {\"name\": \"Ina\"}}}")
                .patch(VENDORS + "/" + slug)
                .then()
                .statusCode(200)
                .body("tier", equalTo("STRATEGIC"))
                .body("website", nullValue())
                .body("owners.it.name", equalTo("Ina"))
                .body("owners.it.email", equalTo("ian@example.com"))
                .body("owners.it.timeZone", equalTo("Europe/Paris"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": null}                        | /name
            {"tier": "GOLD"}                      | /tier
            {"colour": "red"}                     | /colour
            {"website": "file:///etc/passwd"}     | /website
            {"owners": {"it": {"name": "Ian"}}}   | /owners/it/email
            {"slug": "another"}                   | /slug
            """)
    void aPatchIsCheckedLikeTheWhole(String patch, String pointer) {
        String slug = register.create(Samples.vendor()).slug();

        As.operator()
                .body(patch)
                .patch(VENDORS + "/" + slug)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        assertThat(register.require(slug).version()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PUT", "PATCH", "DELETE"})
    void whoSawAnOldVersionChangesNothing(String method) {
        Vendor vendor = register.create(Samples.vendor());
        String path = VENDORS + "/" + vendor.slug();
        As.operator()
                .header("If-Match", "\"0\"")
                .body("{\"tier\":\"IMPORTANT\"}")
                .patch(path)
                .then()
                .statusCode(200);

        As.operator()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Late"))
                .request(method, path)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", containsString("\"1\""));
        assertThat(register.require(vendor.slug()).name()).isEqualTo(vendor.name());
    }

    @Test
    void whoHasTheCurrentVersionNeedNotFetchItAgain() {
        String path = VENDORS + "/" + register.create(Samples.vendor()).slug();

        As.viewer()
                .header("If-None-Match", "\"0\"")
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", "\"0\"");
        As.viewer().header("If-None-Match", "\"7\"").get(path).then().statusCode(200);
    }

    @Test
    void anArchivedVendorIsGoneWithItsProbesButKeepsItsSlug() {
        Vendor vendor = register.create(Samples.vendor());
        ConfiguredProbe probe = probes.add(vendor.id(), Samples.probe());
        String path = VENDORS + "/" + vendor.slug();

        As.operator().delete(path).then().statusCode(204);

        As.viewer().get(path).then().statusCode(404);
        As.operator().delete(path).then().statusCode(404);
        As.viewer().queryParam("q", vendor.slug()).get(VENDORS).then().body("items", empty());
        refusedAsTaken(Map.of("name", "Heir", "slug", vendor.slug()));
        assertThat(register.find(vendor.id()))
                .get()
                .extracting(Vendor::archivedAt)
                .isNotNull();
        assertThat(probes.of(vendor.id())).isEmpty();
        assertThat(probes.find(probe.id()))
                .get()
                .extracting(ConfiguredProbe::removedAt)
                .isNotNull();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> probes.add(vendor.id(), Samples.probe()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"needle, named", "NEEDLE, named", "-slugged, slugged", "in.domain, domained", "%, ", "_, "})
    void aSearchLooksAtNameSlugAndDomains(String q, String found) {
        String mark = Ids.next().toString();
        create(Map.of("name", "A Needle " + mark, "slug", "named-" + mark));
        create(Map.of("name", "B " + mark, "slug", "b-slugged-" + mark));
        create(Map.of(
                "name",
                "C " + mark,
                "slug",
                "domained-" + mark,
                "domains",
                List.of("in.domain" + mark.substring(24) + ".example")));

        List<String> slugs = As.viewer()
                .queryParam("q", q)
                .queryParam("limit", 500)
                .get(VENDORS)
                .path("items.slug");

        assertThat(slugs.stream().filter(slug -> slug.endsWith(mark)).toList())
                .allMatch(slug -> found != null && slug.contains(found))
                .hasSize(found == null ? 0 : 1);
    }

    @Test
    void aListCanBeNarrowedToATier() {
        String mark = Ids.next().toString();
        create(Map.of("name", "S " + mark, "tier", "STRATEGIC"));
        create(Map.of("name", "I " + mark, "tier", "IMPORTANT"));

        As.viewer()
                .queryParam("q", mark)
                .queryParam("tier", "IMPORTANT")
                .get(VENDORS)
                .then()
                .body("items.slug", contains("i-" + mark));
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileOthersComeAndGo() {
        String mark = Ids.next().toString();
        List<String> before = IntStream.range(10, 35)
                .mapToObj(number -> create(Map.of("name", "P" + number + " " + mark))
                        .extract()
                        .<String>path("slug"))
                .toList();

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var page = As.viewer()
                    .queryParam("q", mark)
                    .queryParam("limit", 4)
                    .queryParam("after", next == null ? List.of() : List.of(next))
                    .get(VENDORS)
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> slugs = page.path("items.slug");
            assertThat(slugs).hasSizeLessThanOrEqualTo(4);
            seen.addAll(slugs);
            next = page.path("next");
            if (seen.size() == 12) {
                create(Map.of("name", "P00 " + mark));
                As.operator().delete(VENDORS + "/" + before.getFirst()).then().statusCode(204);
            }
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(before);
    }

    @Test
    void everyChangeIsInTheAuditLogWithItsActor() {
        String slug = create(Map.of("name", "Audited " + Ids.next())).extract().path("slug");
        As.operator().body("{\"tier\":\"IMPORTANT\"}").patch(VENDORS + "/" + slug);
        As.operator().delete(VENDORS + "/" + slug);

        As.admin()
                .get("/api/v1/audit?limit=20")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.subject == 'vendor/%s' }.action".formatted(slug),
                        contains("vendor.archive", "vendor.change", "vendor.create"))
                .body("items.find { it.subject == 'vendor/%s' }.actor".formatted(slug), equalTo("test OPERATOR"));
    }

    @Test
    void aVendorFromTheCatalogueComesWithItsProbes() {
        As.viewer()
                .get("/api/v1/catalogue?q=mailchimp")
                .then()
                .statusCode(200)
                .body("items.slug", hasItem("mailchimp"))
                .body("items", hasSize(1));

        As.operator()
                .body("{\"tier\": \"IMPORTANT\"}")
                .post("/api/v1/catalogue/mailchimp/adoptions")
                .then()
                .statusCode(201)
                .header("Location", endsWith(VENDORS + "/mailchimp"))
                .body("slug", equalTo("mailchimp"))
                .body("tier", equalTo("IMPORTANT"))
                .body("probes.kind", not(empty()))
                .body("probes.kind", hasItem("http"));
        assertThat(probes.of(register.require("mailchimp").id()))
                .extracting(ConfiguredProbe::kind)
                .contains("http", "tls", "headers");

        As.operator()
                .post("/api/v1/catalogue/mailchimp/adoptions")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void theCatalogueIsReadWhole() {
        List<String> slugs = As.viewer()
                .get("/api/v1/catalogue?limit=500")
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .extract()
                .path("items.slug");

        assertThat(slugs).hasSizeGreaterThanOrEqualTo(60).isSorted().doesNotHaveDuplicates();
    }

    private static ValidatableResponse create(Object body) {
        return As.operator().body(body).post(VENDORS).then().statusCode(201);
    }

    private static void refusedAsTaken(Map<String, ?> body) {
        As.operator()
                .body(body)
                .post(VENDORS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/slug"));
    }
}
