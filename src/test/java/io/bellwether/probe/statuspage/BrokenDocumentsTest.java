package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Unreadable;
import io.bellwether.probe.statuspage.format.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vendors leave out, rename, retype and break off; whatever they do, reading ends with a verdict or with what was seen. */
class BrokenDocumentsTest {

    private static final Json JSON = TestJson.json();
    private static final Wanted ALL = Fixtures.wanted(null, null);

    static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(Fixtures.FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<String> jsonDocuments() throws IOException {
        return documents().filter(name -> name.endsWith(".json"));
    }

    @ParameterizedTest(name = "{0} without any one of its members")
    @MethodSource("jsonDocuments")
    void anyMemberMayBeMissing(String file) {
        everyVariant(file, _ -> "dropped");
    }

    /** Not Algolia's, in which a cluster without its word is not there at all. */
    static Stream<String> incidents() throws IOException {
        return jsonDocuments().filter(name -> name.endsWith("-incident.json") && !name.startsWith("algolia"));
    }

    @ParameterizedTest(name = "{0} without any one of its words is not fine")
    @MethodSource("incidents")
    void aMissingWordDoesNotMakeAnIncidentGoAway(String file) {
        collect(
                JSON.read(Fixtures.text(file), Object.class),
                member -> member instanceof String || member instanceof Number ? "dropped" : member,
                variant -> assertThat(outcome(JSON.write(variant)))
                        .as(JSON.write(variant))
                        .isNotEqualTo(Outcome.UP));
    }

    @ParameterizedTest(name = "{0} with any one of its members of another type")
    @MethodSource("jsonDocuments")
    void anyMemberMayBeOfAnotherType(String file) {
        everyVariant(file, member -> member instanceof List<?> ? Map.of("a", 1) : List.of(Map.of(), "x", 7));
        everyVariant(file, _ -> null);
        everyVariant(file, member -> member instanceof Map<?, ?> ? "text" : -1.5e300);
    }

    @ParameterizedTest(name = "{0} broken off anywhere is not readable")
    @MethodSource("documents")
    void aTruncatedDocumentSaysNothing(String file) {
        String text = Fixtures.text(file).strip();
        for (int length = 1; length < text.length(); length += 13) {
            String cut = text.substring(0, length);
            assertThat(outcome(cut)).as(cut).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @ParameterizedTest(name = "{0} with noise in it")
    @MethodSource("documents")
    void noiseIsNoBug(String file) {
        Random random = new Random(file.hashCode());
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder(Fixtures.text(file));
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1, 300));
            }
            outcome(text.toString());
        }
    }

    private static void everyVariant(String file, UnaryOperator<Object> change) {
        Object root = JSON.read(Fixtures.text(file), Object.class);
        List<Object> variants = new ArrayList<>();
        collect(root, change, variants::add);
        assertThat(variants).isNotEmpty();
        variants.forEach(variant -> outcome(JSON.write(variant)));
    }

    /** Every document that differs from this one in one place. */
    private static void collect(
            Object value, UnaryOperator<Object> change, java.util.function.Consumer<Object> variant) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                variant.accept(with(map, name, change.apply(member)));
                if (member != null) {
                    collect(member, change, inner -> variant.accept(with(map, name, inner)));
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                int place = i;
                collect(list.get(i), change, inner -> {
                    List<Object> copy = new ArrayList<>(list);
                    copy.set(place, inner);
                    variant.accept(copy);
                });
            }
        }
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object name, Object member) {
        Map<Object, Object> copy = new LinkedHashMap<>(map);
        if ("dropped".equals(member)) {
            copy.remove(name);
        } else {
            copy.put(name, member);
        }
        return copy;
    }

    /** UNKNOWN when there is nothing to judge; what there is to judge ends in a whole sentence. */
    private static Outcome outcome(String text) {
        try {
            if (Format.of(Fixtures.document(text)).isEmpty()) {
                return Outcome.UNKNOWN;
            }
            Verdict verdict = Fixtures.judge(text, ALL);
            assertThat(verdict.reason()).endsWith(".");
            assertThat(JSON.write(verdict.detail())).isNotEmpty();
            return verdict.outcome();
        } catch (Unreadable e) {
            assertThat(e.seen()).isNotBlank();
            return Outcome.UNKNOWN;
        }
    }
}
