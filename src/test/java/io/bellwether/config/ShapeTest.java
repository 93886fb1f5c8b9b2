package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.config.text.Source;
import io.bellwether.config.text.SourceReader;
import io.bellwether.platform.Problem;
import io.bellwether.platform.TestJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    private final Map<String, Object> schema = TestJson.schemas().of(Document.class);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            prune: 1                                     | /prune                       | Must be true or false, not 1.
            vendors: {}                                  | /vendors                     | Must be a list, even of one, not a map.
            vendors: [text]                              | /vendors/0                   | Must be a map of fields, not 'text'.
            vendors: [{slug: 5}]                         | /vendors/0/slug              | Must be text, in quotes, not 5.
            vendors: [{domains: [a, [b]]}]               | /vendors/0/domains/1         | Must be text, not a list.
            vendors: [{status_page: x}]                  | /vendors/0/status_page       | There is no field 'status_page' here; did you mean 'statusPage'?
            vendors: [{tier: important}]                 | /vendors/0/tier              | There is no 'important' here; did you mean 'IMPORTANT'?
            vendors: [{owners: {finance: {}}}]           | /vendors/0/owners/finance    | There is no field 'finance' here; known are budget, it, marketing.
            vendors: [{probes: [{every: 60}]}]           | /vendors/0/probes/0/every    | Must be text, in quotes, not 60.
            vendors: [{probes: [{every: 60s}]}]          | /vendors/0/probes/0/every    | Must be an ISO-8601 duration such as PT60S, not '60s'.
            vendors: [{probes: [{confirm: {attempts: 1.5}}]}] | /vendors/0/probes/0/confirm/attempts | Must be a whole number, not 1.5.
            channels: [{lens: It}]                       | /channels/0/lens             | There is no 'It' here; did you mean 'IT'?
            """)
    void aMisfitIsNamed(String yaml, String pointer, String detail) {
        Source source = SourceReader.yaml(yaml);
        Faults faults = new Faults(source);

        new Shape(faults).fit(schema, source.value(), "");

        Problem problem = catchThrowableOfType(Problem.class, faults::refuse);
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.detail()).isEqualTo(detail);
            assertThat(error.line()).isEqualTo(1);
        });
    }

    @Test
    void whatFitsIsKeptAndKeepsItsPlace() {
        Source source = SourceReader.yaml("""
                vendors:
                  - {slug: a, nonsense: 1, tier: null, domains: [x, 2, z]}
                  - 5
                  - {slug: c, probes: [{settings: {anything: [1, {goes: here}]}}]}
                """);

        Map<String, Object> fitting = new Shape(new Faults(source)).fit(schema, source.value(), "");

        List<?> vendors = (List<?>) fitting.get("vendors");
        Map<?, ?> first = (Map<?, ?>) vendors.getFirst();
        assertThat(first.get("slug")).isEqualTo("a");
        assertThat(first.containsKey("tier")).isTrue();
        assertThat(first.containsKey("nonsense")).isFalse();
        assertThat(first.get("domains")).isEqualTo(Arrays.asList("x", null, "z"));
        assertThat(vendors.get(1)).isNull();
        assertThat(vendors.get(2))
                .isEqualTo(Map.of(
                        "slug",
                        "c",
                        "probes",
                        List.of(Map.of("settings", Map.of("anything", List.of(1, Map.of("goes", "here")))))));
    }

    @Test
    void whatDidNotFitIsNotMissedToo() {
        Faults faults = new Faults(SourceReader.yaml("a: 1"));

        faults.misfit("/a", "Must be text.");
        faults.require("/a", "Must be there.");
        faults.require("/a/b", "Must be there.");
        faults.addAll("", List.of(new Problem.FieldError("/a", "Must not be null.")));

        assertThat(faults.count()).isEqualTo(1);
    }
}
