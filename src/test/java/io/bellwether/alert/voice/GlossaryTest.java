package io.bellwether.alert.voice;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Lens;
import io.bellwether.core.language.ReadingGrade;
import io.quarkus.qute.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever adds a term to a template, a fact or the list of jargon says in the glossary what it means. */
class GlossaryTest {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]{2,}\\b");
    /** Us, not a term. */
    private static final Set<String> US = Set.of("IT");

    static List<TemplateKey> keys() {
        return BuiltInTemplatesTest.keys();
    }

    static List<KnownFact> facts() {
        return Vocabulary.rules().stream()
                .flatMap(rule -> Stream.of(Moment.values()).flatMap(moment -> Vocabulary.of(rule, moment).stream()))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactThatIsATermIsExplained(KnownFact fact) {
        if (!fact.term().isEmpty()) {
            assertThat(Glossary.find(fact.term())).as(fact.term()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyTermInATemplatesOwnWordsIsExplained(TemplateKey key) {
        String words = ownWords(new BuiltInTemplates().text(key).orElseThrow());
        Set<String> terms = new TreeSet<>(
                NAME.matcher(words).results().map(MatchResult::group).collect(toSet()));
        terms.removeAll(US);
        PlainLanguage.words().in(words).forEach(word -> terms.add(word.pattern()));

        assertThat(terms)
                .allSatisfy(term -> assertThat(Glossary.find(term)).as(term).isPresent());
    }

    @Test
    void everyWordOfTheJargonIsExplained() {
        assertThat(allJargon())
                .hasSizeGreaterThan(70)
                .allSatisfy(word -> assertThat(Glossary.find(word)).as(word).isPresent());
    }

    @Test
    void theExplanationsAreInPlainWords() {
        assertThat(Glossary.all()).hasSizeGreaterThan(50).allSatisfy(entry -> {
            assertThat(PlainLanguage.words().in(entry.meaning()))
                    .as(entry.term())
                    .allMatch(word -> entry.named(word.pattern()));
            assertThat(ReadingGrade.of(entry.meaning())).as(entry.term()).isLessThanOrEqualTo(ReadingGrade.PLAIN);
            assertThat(entry.meaning()).endsWith(".").hasSizeLessThan(200);
        });
    }

    @Test
    void noTermHasTwoMeanings() {
        assertThat(Glossary.all().stream().map(entry -> entry.term().toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p95", "P99", "TLS", "tls", "status page", "Error Budget", "SLO"})
    void aTermIsFoundByItsOtherNamesInAnyCase(String name) {
        assertThat(Glossary.find(name)).isPresent();
    }

    @Test
    void theTermsOfAMessageAreFoundInIt() {
        assertThat(Glossary.in("Acme / front page is DOWN since noon; two probes failed, p95 9 s. It went down hill."))
                .extracting(GlossaryEntry::term)
                .containsExactly("DOWN", "p95", "probe");
        assertThat(Glossary.in("It went down hill.")).isEmpty();
    }

    @Test
    void theBusinessVoiceIsWarnedOfJargonAndLongSentences() {
        assertThat(PlainLanguage.faults(Lens.MARKETING, "The endpoint's p95 latency is 900 ms."))
                .hasSize(4)
                .first()
                .asString()
                .contains("'endpoint' is jargon; say the address", "2026-11");
        assertThat(
                        PlainLanguage.faults(
                                Lens.MARKETING,
                                "Notwithstanding contractual obligations, unavailability of functionality necessitates remediation."))
                .singleElement()
                .asString()
                .contains("grade");
        assertThat(PlainLanguage.faults(Lens.IT, "p95 latency of the TLS endpoint"))
                .isEmpty();
    }

    private static List<String> allJargon() {
        return Table.rows("jargon.txt").stream().skip(1).map(List::getFirst).toList();
    }

    private static String ownWords(String template) {
        StringBuilder words = new StringBuilder();
        Engine.builder()
                .addDefaults()
                .build()
                .parse(template)
                .findNodes(node -> node.isText())
                .forEach(node -> words.append(node.asText().getValue()).append(' '));
        return words.toString();
    }
}
