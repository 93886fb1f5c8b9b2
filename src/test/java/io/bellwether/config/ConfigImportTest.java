package io.bellwether.config;

import static io.bellwether.config.ConfigApi.YAML;
import static io.bellwether.config.ConfigApi.apply;
import static io.bellwether.config.ConfigApi.as;
import static io.bellwether.config.ConfigApi.nothing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.config.imports.Generated;
import io.bellwether.config.imports.GeneratedBlackbox;
import io.bellwether.config.imports.GeneratedGatus;
import io.bellwether.config.imports.GeneratedKuma;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ConfigImportTest {

    private static final Pattern KIND = Pattern.compile("(?m)^ +kind: (\\w+)$");

    static List<Arguments> foreign() {
        return List.of(
                Arguments.of("gatus", GeneratedGatus.of(21)),
                Arguments.of("uptime-kuma", GeneratedKuma.of(22)),
                Arguments.of("blackbox", GeneratedBlackbox.of(23)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void aForeignConfigurationIsImportedAndAppliedTwice(String format, Generated generated) {
        assertThat(generated.monitors()).isGreaterThan(200);
        JsonPath answer = imported(format, generated.text());
        String document = answer.getString("document").replaceAll("(?m)^  - slug: ", "  - slug: " + format + "-");

        assertThat(kinds(document)).isEqualTo(generated.kinds());
        assertThat(answer.getInt("carried.monitors")).isEqualTo(generated.carried());
        assertThat(answer.getInt("carried.probes")).isEqualTo(generated.probes());
        assertThat(answer.getList("notCarried.findAll { it.scope == 'MONITOR' }"))
                .hasSize(generated.lost());
        int things = answer.getInt("carried.vendors") + answer.getInt("carried.probes");
        assertThat(apply(document).extract().jsonPath().getList("create")).hasSize(things);
        nothing(apply(document), things);
    }

    @Test
    void whatAKindRefusesIsNotInTheDocumentAndIsTold() {
        JsonPath answer = imported("gatus", """
                endpoints:
                  - {name: get, url: "https://a.example/", body: something}
                  - {name: any, url: 192.0.2.53, dns: {query-name: a.example, query-type: ANY}}
                """);

        assertThat(answer.getString("document")).isEqualTo("vendors: []\n");
        assertThat(answer.getList("notCarried.path")).containsExactly("/endpoints/0", "/endpoints/1");
        assertThat(answer.getString("notCarried[0].why"))
                .isEqualTo("The kind 'http' does not take it: /settings: A body needs the method POST, PUT or PATCH.");
        assertThat(answer.getString("notCarried[1].why")).contains("/settings/type: ");
    }

    @Test
    void anImportIsADocumentForThoseWhoAskForOne() {
        as(YAML).accept(YAML)
                .body("endpoints: [{name: Home, url: 'https://a.example/'}, {name: Ssh, url: 'ssh://a.example'}]")
                .post("/api/v1/config/imports?format=gatus")
                .then()
                .statusCode(200)
                .contentType(containsString(YAML))
                .body(containsString("# - MONITOR /endpoints/1 Ssh"), containsString("slug: a-example"));
        as(YAML).body("a: 1")
                .post("/api/v1/config/imports?format=nagios")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("format"));
        as(YAML).body("a: [")
                .post("/api/v1/config/imports?format=gatus")
                .then()
                .statusCode(400)
                .body("errors[0].line", equalTo(1));
    }

    private static JsonPath imported(String format, String text) {
        return as(YAML).body(text)
                .post("/api/v1/config/imports?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Integer> kinds(String document) {
        return KIND.matcher(document).results().collect(groupingBy(found -> found.group(1), summingInt(_ -> 1)));
    }
}
