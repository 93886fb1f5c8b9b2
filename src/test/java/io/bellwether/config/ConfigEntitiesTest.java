package io.bellwether.config;

import static io.bellwether.config.ConfigApi.apply;
import static io.bellwether.config.ConfigApi.export;
import static io.bellwether.config.ConfigApi.nothing;
import static io.bellwether.config.ConfigApi.plan;
import static io.bellwether.config.ConfigApi.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The legal entities behind vendors, in a document. */
@QuarkusTest
class ConfigEntitiesTest {

    private final String slug = "entities-" + UUID.randomUUID();
    private final String path = "/api/v1/vendors/" + slug + "/entities";

    @Test
    void entitiesComeWithTheirVendorAndGoOutAgain() {
        plan(document("Acme Inc.")).body("change.type", contains("ENTITIES"));

        apply(document("Acme Inc."));

        As.viewer()
                .get(path)
                .then()
                .body("entities.role", contains("CONTRACTING", "PARENT"))
                .body("entities[0].lei", equalTo("529900T8BM49AURSDO55"))
                .body("entities[1].name", equalTo("Acme Inc."))
                .body("entities[1].asOf", equalTo("2026-02-01"));
        nothing(apply(document("Acme Inc.")), 2);
        String exported = export();
        assertThat(exported).contains("role: PARENT", "name: Acme Inc.");
        apply(exported).body("create", empty(), "change", empty(), "remove", empty());
    }

    @Test
    void aListIsTheWholeListAndWithoutOneAllStays() {
        apply(document("Acme Inc."));

        nothing(apply("vendors: [{slug: %s}]".formatted(slug)), 1);
        apply(document("Acme Holding")).body("change.fields[0].field", hasItem("entities"));
        As.viewer().get(path).then().body("entities.name", contains("Acme Ireland", "Acme Holding"));
        apply("vendors: [{slug: %s, name: Acme, entities: []}]".formatted(slug));
        As.viewer().get(path).then().body("entities.role", contains("CONTRACTING"));
    }

    @Test
    void aWrongEntityIsToldWhereItStands() {
        refused(document("' '")).body("errors.pointer", hasItem("/vendors/0/entities/1/name"));
        refused(document("Acme Inc.").replace("2026-02-01", "2999-02-01"))
                .body("errors.pointer", hasItem("/vendors/0/entities/1/asOf"));
        refused(document("Acme Inc.").replace("domains:", "legalEntity: {cik: '77'}\n    domains:"))
                .body("errors.pointer", hasItem("/vendors/0/entities/0"));
    }

    private String document(String parent) {
        return """
                vendors:
                  - slug: %s
                    name: Acme
                    domains: [acme.example]
                    entities:
                      - {role: CONTRACTING, name: Acme Ireland, lei: 529900T8BM49AURSDO55, source: Contract, asOf: '2025-03-01'}
                      - {role: PARENT, name: %s, cik: '5678', source: 10-K, asOf: '2026-02-01'}
                """.formatted(slug, parent);
    }

    private static ValidatableResponse refused(String document) {
        return put(document, true).statusCode(400);
    }
}
