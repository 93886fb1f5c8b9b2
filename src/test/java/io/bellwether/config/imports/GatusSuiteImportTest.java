package io.bellwether.config.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.imports.gatus.GatusFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatusSuiteImportTest {

    @Test
    void aSuiteBecomesTheStepsOfAProbe() {
        Import read = read("""
                suites:
                  - name: sign in
                    group: Shop
                    interval: 5m
                    timeout: 30s
                    context: {version: v2}
                    endpoints:
                      - name: login
                        url: https://shop.example/[CONTEXT].version/login
                        method: POST
                        body: '{"user": "probe"}'
                        conditions: ["[STATUS] == 200", "[BODY].version == [CONTEXT].version"]
                        store: {access-token: "[BODY].token", user_id: "[BODY].user.id", code: "[STATUS]"}
                      - {name: skipped, url: "https://shop.example/", enabled: false}
                      - name: profile
                        url: https://api.shop.example/users/[CONTEXT].user_id
                        headers: {Authorization: "Bearer [CONTEXT].access-token"}
                        conditions: ["[STATUS] == 200"]
                """);

        assertThat(read.probe("sign in"))
                .containsEntry("kind", "http")
                .containsEntry("every", "PT5M")
                .containsEntry("timeout", "PT30S");
        assertThat(read.settings("sign in"))
                .isEqualTo(Map.of(
                        "url",
                        "https://shop.example/v2/login",
                        "steps",
                        List.of(
                                Map.of(
                                        "name", "login",
                                        "url", "https://shop.example/v2/login",
                                        "method", "POST",
                                        "body", "{\"user\": \"probe\"}",
                                        "expectStatus", List.of("200"),
                                        "jsonPath", "$[?(@.version == 'v2')]",
                                        "extract",
                                                List.of(
                                                        Map.of(
                                                                "name",
                                                                "access_token",
                                                                "from",
                                                                "JSON",
                                                                "expression",
                                                                "$.token",
                                                                "secret",
                                                                true),
                                                        Map.of(
                                                                "name",
                                                                "user_id",
                                                                "from",
                                                                "JSON",
                                                                "expression",
                                                                "$.user.id"),
                                                        Map.of("name", "code", "from", "STATUS"))),
                                Map.of(
                                        "name",
                                        "profile",
                                        "url",
                                        "https://api.shop.example/users/{{user_id}}",
                                        "headers",
                                        Map.of("Authorization", "Bearer {{access_token}}"),
                                        "expectStatus",
                                        List.of("200")))));
        assertThat(read.answer().notCarried()).isEmpty();
    }

    @Test
    void whatAStepCannotDoIsTold() {
        Import read = read("""
                suites:
                  - name: flow
                    endpoints:
                      - name: one
                        url: https://a.example/
                        always-run: true
                        conditions: ["[RESPONSE_TIME] < 500", "[BODY].id == [CONTEXT].id", "[CERTIFICATE_EXPIRATION] > 48h"]
                        store: {ip: "[IP]"}
                  - {name: port, endpoints: [{name: one, url: "tcp://a.example:80"}]}
                  - {name: token, endpoints: [{name: one, url: "https://a.example/", client: {oauth2: {client-id: x}}}]}
                  - {name: empty, endpoints: []}
                  - {name: off, enabled: false}
                """);

        assertThat(read.details())
                .containsExactlyInAnyOrder(
                        "/suites/0/endpoints/0/conditions [RESPONSE_TIME]",
                        "/suites/0/endpoints/0/conditions/1 [BODY].id == [CONTEXT].id",
                        "/suites/0/endpoints/0/conditions/2 [CERTIFICATE_EXPIRATION] > 48h",
                        "/suites/0/endpoints/0/always-run one",
                        "/suites/0/endpoints/0/store/ip [IP]");
        assertThat(read.probe("flow, certificate")).containsEntry("kind", "tls");
        assertThat(read.lost())
                .containsExactly("/suites/1 port", "/suites/2 token", "/suites/3 empty", "/suites/4 off");
    }

    private static Import read(String text) {
        return Import.of(GatusFormat.importer(), KnownKinds.EVERY, text);
    }
}
