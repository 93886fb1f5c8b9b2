package io.bellwether.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {

    @Test
    void readsWhatPeopleWriteAsTheyMeanIt() {
        assertThat(yaml("""
                        text: no
                        cik: 0001009672
                        day: 2026-11-22
                        clock: 1:02
                        quoted: "5"
                        whole: 5
                        far: 5000000000
                        exact: 1.10
                        truth: true
                        nothing: ~
                        empty:
                        """))
                .containsExactly(
                        entry("text", "no"),
                        entry("cik", "0001009672"),
                        entry("day", "2026-11-22"),
                        entry("clock", "1:02"),
                        entry("quoted", "5"),
                        entry("whole", 5),
                        entry("far", 5_000_000_000L),
                        entry("exact", new BigDecimal("1.10")),
                        entry("truth", true),
                        entry("nothing", null),
                        entry("empty", null));
    }

    @Test
    void knowsWhereEverythingStands() {
        Source source = SourceReader.yaml("""
                vendors:
                  - slug: one
                    probes:
                      - {name: a/b, every: PT5S}
                """);

        assertThat(source.places())
                .containsEntry("/vendors", new Place(1, 1))
                .containsEntry("/vendors/0", new Place(2, 5))
                .containsEntry("/vendors/0/probes", new Place(3, 5))
                .containsEntry("/vendors/0/probes/0/every", new Place(4, 21));
        assertThat(source.fault("/vendors/0/probes/0/settings/url", "Missing."))
                .isEqualTo(new FieldError("/vendors/0/probes/0/settings/url", "Missing.", 4, 9));
    }

    @Test
    void mergesAnchorsAndLetsOwnFieldsWin() {
        Map<String, Object> document = yaml("""
                x-fast: &fast {every: PT10S, timeout: PT5S}
                x-post: &post {method: POST, timeout: PT1S}
                one: {<<: *fast, timeout: PT2S}
                two: {<<: [*fast, *post]}
                """);

        assertThat(document.get("one")).isEqualTo(Map.of("every", "PT10S", "timeout", "PT2S"));
        assertThat(document.get("two")).isEqualTo(Map.of("every", "PT10S", "timeout", "PT5S", "method", "POST"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            'a: [1, 2'                | 1 | 9
            'a: 1\\n b: 2'            | 2 | 3
            'a: "open'                | 1 | 9
            'a: *nobody'              | 1 | 4
            'a: 1\\n\\tb: 2'          | 2 | 1
            'a: @at'                  | 1 | 4
            """)
    void tellsWhereItIsNoYaml(String text, int line, int column) {
        Problem problem =
                refusal(() -> SourceReader.yaml(text.replace("\\n", "\n").replace("\\t", "\t")));

        assertThat(problem.errors()).hasSize(1).first().satisfies(error -> {
            assertThat(error.detail()).startsWith("This is not YAML: ");
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.column()).isEqualTo(column);
        });
    }

    @Test
    void tellsWhereACharacterMustNotBe() {
        Problem problem = refusal(() -> SourceReader.yaml("a: 1\nb: x\u0001"));

        assertThat(problem.errors())
                .extracting(FieldError::line, FieldError::column)
                .containsExactly(tuple(2, 5));
        assertThat(problem.detail()).contains("U+0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!binary aGVsbG8=",
                "a: !vault secret",
                "a: !!set {b: null}",
                "a: !!int five",
            })
    void makesNoObjectsOfTags(String text) {
        Source source = SourceReader.yaml(text);

        assertThat(source.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo("/a");
            assertThat(fault.detail()).contains("tag");
        });
        assertThat(source.value()).asInstanceOf(map(String.class, Object.class)).containsEntry("a", null);
    }

    @Test
    void refusesTheNamesOfClasses() {
        Problem problem = refusal(
                () -> SourceReader.yaml("a: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://x/']]"));

        assertThat(problem.detail()).contains("tag is not allowed");
    }

    @Test
    void tellsOfEveryFieldThatIsGivenTwice() {
        Source source = SourceReader.yaml("a: 1\nb: {c: 1, c: 2}\na: 3\n");

        assertThat(source.faults())
                .extracting(FieldError::pointer, FieldError::line)
                .containsExactlyInAnyOrder(tuple("/b/c", 2), tuple("/a", 3));
        assertThat(source.faults().getFirst().detail()).contains("line");
    }

    @Test
    void doesNotExplodeWithAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            String below = "*a" + (level - 1);
            bomb.append("a%1$d: &a%1$d [%2$s]\n"
                    .formatted(
                            level,
                            String.join(", ", List.of(below, below, below, below, below, below, below, below, below))));
        }

        assertThat(assertTimeout(Duration.ofSeconds(10), () -> refusal(() -> SourceReader.yaml(bomb.toString()))))
                .hasMessageContaining("values");
    }

    @Test
    void doesNotFollowItsOwnTail() {
        assertThat(SourceReader.yaml("a: &a [b, *a]").faults())
                .extracting(FieldError::pointer)
                .containsExactly("/a/1");
        assertThat(SourceReader.yaml("a: {<<: &m [*m]}").faults())
                .extracting(FieldError::pointer)
                .containsExactly("/a");
    }

    @Test
    void isNotLedIntoTheDepths() {
        assertThat(refusal(() -> SourceReader.yaml("[".repeat(10_000)))).hasMessageContaining("epth");
        assertThat(refusal(() -> SourceReader.json("[".repeat(10_000)))).hasMessageContaining("epth");
        StringBuilder tower = new StringBuilder("a0: &a0 x\n");
        for (int level = 1; level < 10; level++) {
            tower.append("a%d: &a%d %s*a%d%s\n".formatted(level, level, "[".repeat(20), level - 1, "]".repeat(20)));
        }
        assertThat(SourceReader.yaml(tower.toString()).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.detail()).contains("nested"));
    }

    @Test
    void doesNotKeepMorePlacesThanThereIsMemory() {
        String json = "{\"" + "n".repeat(1_000) + "\": [0" + ", 0".repeat(150_000) + "]}";

        assertThat(refusal(() -> SourceReader.json(json))).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"b\\0c\"", "\"a\\0\": 1", "a: \"\\ud83d\""})
    void refusesWhatIsNoText(String yaml) {
        assertThat(SourceReader.yaml(yaml).faults()).hasSize(1);
        assertThat(SourceReader.json("{\"a\": \"b\\u0000c\"}").faults()).hasSize(1);
        assertThat(SourceReader.json("{\"a\": \"\\ud83d\"}").faults()).hasSize(1);
    }

    @Test
    void writesEveryCharacterSoThatItIsReadAgain() {
        Map<String, Object> odd = Map.of("a", "8=FIX\u0001", "b", "x\u0085y\u2028z", "c", "\u001b[1m", "d", "😀");

        assertThat(SourceReader.yaml(YamlWriter.write(odd)).value()).isEqualTo(odd);
        assertThat(YamlWriter.comment("one\u0085prune: true\u2028two\u0007\nthree"))
                .isEqualTo("# one prune: true two\n# three\n");
    }

    @Test
    void wantsOneDocument() {
        assertThat(refusal(() -> SourceReader.yaml("a: 1\n---\nb: 2\n"))).hasMessageContaining("one document");
        assertThat(SourceReader.stream("a: 1\n---\nb: 2\n")).hasSize(2);
        assertThat(SourceReader.yaml("").value()).isNull();
    }

    @Test
    void readsJsonWithItsPlaces() {
        Source source = SourceReader.json("{\n\t\"a\\/b\": [1, {\"c\": \"\\ud83d\\ude00\"}],\n\t\"d\": 1, \"d\": 2}");

        assertThat(source.value()).isEqualTo(Map.of("a/b", Arrays.asList(1, Map.of("c", "😀")), "d", 1));
        assertThat(source.places()).containsEntry("/a~1b/1/c", new Place(2, 15));
        assertThat(source.faults())
                .extracting(FieldError::pointer, FieldError::line)
                .containsExactly(tuple("/d", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": }", "{\"a\": 1} 2", "{'a': 1}", "{\"a\": NaN}"})
    void tellsWhereItIsNoJson(String text) {
        assertThat(refusal(() -> SourceReader.json(text)).errors()).hasSize(1).allMatch(error -> error.line() == 1);
    }

    @Test
    void writesTextSoThatItIsReadAsText() {
        Map<String, Object> awkward = new LinkedHashMap<>();
        List.of(
                        "no",
                        "y",
                        "~",
                        "null",
                        "5",
                        "089",
                        "0x1F",
                        "1e5",
                        "1.5",
                        "1_000",
                        "12:30:45",
                        "2026-11-22",
                        "<<",
                        "=",
                        "- a",
                        "a: b",
                        "# c",
                        "*a",
                        "&a",
                        "!t",
                        "@x",
                        "`x",
                        "%y",
                        "",
                        " lead",
                        "trail ",
                        "two\nlines\n",
                        "tab\there",
                        "'",
                        "\"",
                        "\\d+",
                        "ümläut 日本 😀",
                        "a\u0085b\u2028c",
                        "[x]",
                        "{y}",
                        "true",
                        "Yes",
                        ".inf",
                        "|",
                        ">")
                .forEach(text -> awkward.put("k" + awkward.size(), text));
        awkward.put("list", List.of(1, true, "1", List.of(), Map.of()));

        assertThat(yaml(YamlWriter.write(awkward))).isEqualTo(awkward);
    }

    @Test
    void writesNoAnchors() {
        List<String> shared = List.of("a");

        assertThat(YamlWriter.write(Map.of("one", shared, "two", shared))).doesNotContain("&", "*");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(String text) {
        Source source = SourceReader.yaml(text);
        assertThat(source.faults()).isEmpty();
        return (Map<String, Object>) source.value();
    }

    private static Problem refusal(ThrowingCallable reading) {
        Problem problem = catchThrowableOfType(Problem.class, reading);
        assertThat(problem).isNotNull();
        assertThat(problem.status()).isEqualTo(400);
        return problem;
    }
}
