package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodySchemaTest {

    @ParameterizedTest(name = "{1} against {0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"object","required":["id"]}           | {"id":1}            | UP
            {"type":"object","required":["id"]}           | {}                  | DOWN
            {"type":"array","items":{"type":"integer"}}   | [1,2]               | UP
            {"type":"array","items":{"type":"integer"}}   | [1,"2"]             | DOWN
            {"properties":{"a":{"enum":[null,"x"]}}}      | {"a":null}          | UP
            {"properties":{"a":{"const":1}}}              | {"a":1.0}           | UP
            {"properties":{"a":{"pattern":"^[a-z]+$"}}}   | {"a":"abc"}         | UP
            {"properties":{"a":{"pattern":"^[a-z]+$"}}}   | {"a":"ABC"}         | DOWN
            {"$ref":"#/$defs/p","$defs":{"p":{"minimum":3}}} | 3                | UP
            {"$ref":"#/$defs/p","$defs":{"p":{"minimum":3}}} | 2                | DOWN
            {"$schema":"http://json-schema.org/draft-07/schema#","items":[{"type":"string"}]} | [1] | DOWN
            {"$schema":"https://json-schema.org/draft/2020-12/schema","prefixItems":[{"type":"string"}]} | ["a"] | UP
            {"type":"object"}                             | <html></html>       | DOWN
            {"type":"object"}                             |                     | DOWN
            """)
    void holdsTheBodyAgainstTheSchema(String schema, @Nullable String body, Outcome outcome) {
        Verdict verdict = judged(schema, body == null ? "" : body);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(outcome == Outcome.UP ? Cause.OK : Cause.BODY_MISMATCH);
    }

    @Test
    void saysWhereTheBodyBreaksIt() {
        assertThat(judged("{\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"a\":1}")
                        .reason())
                .startsWith("The body breaks its schema at /a: ")
                .contains("integer", "string")
                .endsWith(".");
    }

    @Test
    void schemasOfTheSameNameAreNotTakenForEachOther() {
        assertThat(judged("{\"$id\":\"https://a.example/s\",\"type\":\"string\"}", "\"x\"")
                        .outcome())
                .isEqualTo(Outcome.UP);
        assertThat(judged("{\"$id\":\"https://a.example/s\",\"type\":\"integer\"}", "\"x\"")
                        .outcome())
                .isEqualTo(Outcome.DOWN);
    }

    @Test
    void aPatternThatWouldTakeForEverIsGivenUp() {
        Verdict verdict = judged("{\"pattern\":\"(a+)+$\"}", "\"" + "a".repeat(50_000) + "b\"");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason()).contains("takes too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"https://other.example/schema\"}",
                "{\"$ref\":\"http://127.0.0.1:1/schema\"}",
                "{\"$ref\":\"file:///etc/passwd\"}",
                "{\"$ref\":\"classpath:application.properties\"}",
                "{\"$ref\":\"#/$defs/missing\"}",
                "{\"$schema\":\"https://other.example/dialect\"}",
                "{\"pattern\":\"(\"}"
            })
    void refusesSchemasThatCannotBeUsedAndFetchesNothing(String schema) {
        assertThat(faults(schema))
                .singleElement()
                .asString()
                .startsWith("/settings/jsonSchema ")
                .contains("Schema");
    }

    @Test
    void refusesASchemaThatIsTooLong() {
        String members = IntStream.range(0, 4000)
                .mapToObj(i -> "\"member" + i + "\":{\"const\":1}")
                .collect(Collectors.joining(","));

        assertThat(faults("{\"properties\":{" + members + "}}"))
                .containsExactly("/settings/jsonSchema Must not be longer than 64 KiB.");
    }

    private static List<String> faults(String schema) {
        return HttpLab.faults("jsonSchema", TestJson.json().map(schema));
    }

    private static Verdict judged(String schema, String body) {
        Map<String, Object> values = TestJson.json().map(schema);
        return HttpProbe.judge(HttpLab.settings("jsonSchema", values), Answers.answer(200, body));
    }
}
