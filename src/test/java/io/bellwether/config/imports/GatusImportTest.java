package io.bellwether.config.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.bellwether.config.imports.gatus.GatusFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatusImportTest {

    @Test
    void aLargeConfigurationIsCarriedOverOrAccountedFor() {
        Import.carriesOver(GatusFormat.importer(), GeneratedGatus.of(7));
    }

    @Test
    void anEndpointBecomesAProbeOfItsGroup() {
        Import read = read("""
                endpoints:
                  - name: API
                    group: Payments Ltd
                    url: https://user:pass@pay.example:8443/health
                    method: POST
                    body: '{"q": 1}'
                    headers: {X-Version: 1.10}
                    interval: 2m
                    client: {timeout: 5s, ignore-redirect: true}
                    conditions:
                      - "[STATUS] == any(200, 204)"
                      - "[RESPONSE_TIME] < 800"
                      - "[CERTIFICATE_EXPIRATION] > 48h"
                """);

        assertThat(read.vendors()).singleElement().satisfies(vendor -> {
            assertThat(vendor.get("slug")).isEqualTo("payments-ltd");
            assertThat(vendor.get("name")).isEqualTo("Payments Ltd");
        });
        assertThat(read.probe("API"))
                .isEqualTo(Map.of(
                        "name", "API",
                        "kind", "http",
                        "every", "PT2M",
                        "timeout", "PT5S",
                        "settings",
                                Map.of(
                                        "url",
                                        "https://pay.example:8443/health",
                                        "method",
                                        "POST",
                                        "headers",
                                        Map.of("X-Version", "1.10"),
                                        "auth",
                                        Map.of("basic", Map.of("username", "user", "password", "pass")),
                                        "body",
                                        "{\"q\": 1}",
                                        "followRedirects",
                                        false,
                                        "expectStatus",
                                        List.of("200", "204"),
                                        "degradedAfter",
                                        "PT0.8S")));
        assertThat(read.probe("API, certificate"))
                .containsEntry("kind", "tls")
                .containsEntry("every", "PT1H")
                .containsEntry("settings", Map.of("host", "pay.example", "port", 8443));
        assertThat(read.details()).containsExactly("/endpoints/0/conditions/2 [CERTIFICATE_EXPIRATION] > 48h");
    }

    @Test
    void anEndpointWithoutAGroupBelongsToItsHost() {
        Import read = read("endpoints: [{name: Home, url: 'https://www.shop.example/'}]");

        assertThat(read.vendors()).singleElement().satisfies(vendor -> {
            assertThat(vendor.get("slug")).isEqualTo("shop-example");
        });
        assertThat(read.settings("Home"))
                .isEqualTo(Map.of("url", "https://www.shop.example/", "expectStatus", List.of("100-599")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [STATUS] == 200                        | 200
            [STATUS] != 500                        | 100-499,501-599
            [STATUS] <= 299                        | 100-299
            [STATUS] > 199                         | 200-599
            [STATUS] == any(200, 301, 302)         | 200,301-302
            """)
    void aConditionOnTheStatusBecomesRanges(String condition, String ranges) {
        assertThat(settings(condition).get("expectStatus")).isEqualTo(List.of(ranges.split(",")));
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [BODY].status == UP                    | {"status":"UP"}            | true
            [BODY].status == UP                    | {"status":"DOWN"}          | false
            [BODY].status != UP                    | {"status":"UP"}            | false
            [BODY].id == 5                         | {"id":5}                   | true
            [BODY].id == 5                         | {"id":"5"}                 | true
            [BODY].ok == true                      | {"ok":true}                | true
            [BODY].ok == true                      | {"ok":"true"}              | true
            [BODY].ok == true                      | {"ok":false}               | false
            [BODY].ok != true                      | {"ok":true}                | false
            [BODY].n > 4                           | {"n":5}                    | true
            [BODY].n > 4                           | {"n":4}                    | false
            [BODY].data[1].a-b == it's             | {"data":[0,{"a-b":"it's"}]} | true
            [BODY].state == any(OK, FINE)          | {"state":"FINE"}           | true
            [BODY].state == any(OK, FINE)          | {"state":"BAD"}            | false
            [BODY][0].id == 1                      | [{"id":1}]                 | true
            [BODY][0].id == 1                      | [{"id":2}]                 | false
            len([BODY].items) > 1                  | {"items":[1,2]}            | true
            len([BODY].items) > 2                  | {"items":[1,2]}            | false
            has([BODY].errors) == false            | {"a":1}                    | true
            has([BODY].errors) == false            | {"errors":[1]}             | false
            has([BODY].errors) == true             | {"errors":[1]}             | true
            """)
    void aConditionOnJsonSaysTheSameInJsonPath(String condition, String body, boolean holds) {
        String path = (String) settings(condition).get("jsonPath");

        List<?> found = JsonPath.read(body, path);

        assertThat(!found.isEmpty()).as(path).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [BODY] == pong                         | pong                       | true
            [BODY] == pong                         | ping-pong                  | false
            [BODY] != pong                         | pong                       | false
            [BODY] == pat(v?.*)                    | v2.31                      | true
            [BODY] == pat(v?.*)                    | w2.31                      | false
            [BODY] == pat(*a*b*)                   | xxaxxbxx                   | true
            [BODY] == pat(*a*b*)                   | xxbxxaxx                   | false
            [BODY] != pat(*error*)                 | no error here              | false
            [BODY] != pat(*error*)                 | all is well                | true
            """)
    void aConditionOnTextSaysTheSameAsAnExpression(String condition, String body, boolean holds) {
        Map<String, Object> settings = settings(condition);
        String pattern = (String) settings.get("bodyMatches");

        assertThat(Pattern.compile(pattern).matcher(body).find()).as(pattern).isEqualTo(holds);
    }

    @Test
    void aPartOfTheBodyIsLookedForAsText() {
        assertThat(settings("[BODY] == pat(*<h1>Hello (you)</h1>*)"))
                .containsEntry("bodyContains", "<h1>Hello (you)</h1>");
    }

    @Test
    void aWayInAndAWayThroughAreKept() {
        Import read = read("""
                endpoints:
                  - name: x
                    url: https://a.example/
                    client:
                      proxy-url: http://me:pw@proxy.example:3128
                      oauth2: {token-url: https://id.example/token, client-id: me, client-secret: s, scopes: [one, two]}
                    conditions: ["[BODY].state == pat(up*)", "[DOMAIN_EXPIRATION] > 720h"]
                """);

        assertThat(read.settings("x"))
                .containsEntry(
                        "auth",
                        Map.of(
                                "oauth2",
                                Map.of(
                                        "tokenUrl", "https://id.example/token",
                                        "clientId", "me",
                                        "clientSecret", "s",
                                        "scope", "one two")))
                .containsEntry(
                        "proxy", Map.of("host", "proxy.example", "port", 3128, "username", "me", "password", "pw"))
                .containsEntry("json", List.of(Map.of("path", "$.state", "op", "MATCHES", "value", "\\A\\s*up")));
        assertThat(read.probe("x, registration"))
                .containsEntry("kind", "domain")
                .containsEntry("settings", Map.of("domain", "a.example", "warnBefore", "PT720H"));
    }

    @Test
    void severalConditionsOnTheBodyHoldTogether() {
        Map<String, Object> settings = read("""
                        endpoints:
                          - name: x
                            url: https://a.example/
                            conditions: ["[BODY] == pat(*a*)", "[BODY] == pat(*b*)", "[BODY] != pat(*c*)", "[BODY].x == 1", "[BODY].y == z"]
                        """).settings("x");

        Pattern pattern = Pattern.compile((String) settings.get("bodyMatches"));
        assertThat(settings.get("bodyContains")).isEqualTo("a");
        assertThat(settings.get("jsonPath")).isEqualTo("$[?(@.x == 1 && @.y == 'z')]");
        assertThat(List.of(pattern.matcher("b").find(), pattern.matcher("b c").find()))
                .containsExactly(true, false);
    }

    @Test
    void whatCannotBeSaidIsTold() {
        Import read = read("""
                endpoints:
                  - name: x
                    url: https://a.example/
                    alerts: [{type: slack}]
                    conditions: ["[IP] == 192.0.2.1", "[BODY].x != pat(a*)", "[DOMAIN_EXPIRATION] < 720h", "nonsense", "[RESPONSE_TIME] > 5"]
                  - {name: proxied, url: "https://b.example/", client: {proxy-url: "socks5://proxy:1080"}}
                  - {name: broken, url: "::"}
                  - {name: udp, url: "udp://a.example:53"}
                  - {name: late, url: "https://c.example/", headers: {X-Key: "${KEY}"}, interval: 1s}
                suites: [{name: flow, endpoints: []}]
                """);

        assertThat(read.details())
                .containsExactlyInAnyOrder(
                        "/endpoints/0/conditions/0 [IP] == 192.0.2.1",
                        "/endpoints/0/conditions/1 [BODY].x != pat(a*)",
                        "/endpoints/0/conditions/2 [DOMAIN_EXPIRATION] < 720h",
                        "/endpoints/0/conditions/3 nonsense",
                        "/endpoints/0/conditions/4 [RESPONSE_TIME] > 5",
                        "/endpoints/4 every PT1S",
                        "/endpoints/4 late",
                        "/endpoints/0/alerts alerts");
        assertThat(read.lost())
                .containsExactly(
                        "/endpoints/1/client/proxy-url proxied",
                        "/endpoints/2 broken",
                        "/endpoints/3 udp",
                        "/suites/0 flow");
        assertThat(read.probe("late")).containsEntry("every", "PT5S").containsEntry("timeout", "PT5S");
    }

    private static Map<String, Object> settings(String condition) {
        String quoted = "'" + condition.replace("'", "''") + "'";
        Import read = read("endpoints: [{name: x, url: 'https://a.example/', conditions: [" + quoted + "]}]");
        assertThat(read.details()).isEmpty();
        return read.settings("x");
    }

    private static Import read(String text) {
        return Import.of(GatusFormat.importer(), KnownKinds.EVERY, text);
    }
}
