package io.bellwether.alert.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Lens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTemplatesTest {

    private final BuiltInTemplates templates = new BuiltInTemplates();

    static List<TemplateKey> keys() {
        return Vocabulary.rules().stream()
                .flatMap(rule -> Stream.of(Moment.values())
                        .flatMap(moment -> Stream.of(Lens.values()).map(lens -> new TemplateKey(rule, moment, lens))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyRuleHasATemplateForEveryMomentAndVoice(TemplateKey key) {
        assertThat(Table.text("/templates/voices/" + key.file())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void eachKeepsTheRulesForEditedOnesAndNeedsNoWarning(TemplateKey key) {
        Draft draft = new Draft(key, templates.text(key).orElseThrow());

        assertThat(draft.faults()).isEmpty();
        assertThat(draft.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void eachIsPlainAlsoWhenNothingMoreIsKnownThanMustBe(TemplateKey key) {
        String text =
                new Draft(key, templates.text(key).orElseThrow()).told(Vocabulary.sparse(key.rule(), key.moment()));

        assertThat(PlainLanguage.faults(key.lens(), text)).isEmpty();
        assertThat(text).doesNotContain("  ", " .", " ,", "..", "{", "}");
    }

    @Test
    void aRuleWithoutWordsForAMomentIsToldAsWhenItBegan() {
        TemplateKey unknown = new TemplateKey("nothing-like-it", Moment.REMINDER, Lens.IT);

        assertThat(templates.text(unknown)).isEmpty();
        assertThat(templates.knows("nothing-like-it")).isFalse();
        assertThat(templates.knows("../vendor-down")).isFalse();
        assertThat(templates.knows("vendor-down")).isTrue();
    }

    @Test
    void theSampleHasAllFactsAndTheSparseOneOnlyThoseThatAlwaysAre() {
        Map<String, Object> sample = Vocabulary.sample("vendor-slow", Moment.FIRING);
        Map<String, Object> sparse = Vocabulary.sparse("vendor-slow", Moment.FIRING);

        assertThat(sample)
                .containsEntry("factor", 8.3)
                .containsEntry("byBaseline", true)
                .doesNotContainKey("endedAt");
        assertThat(sparse).doesNotContainKeys("factor", "seconds").containsEntry("byBaseline", false);
        assertThat(Vocabulary.sample("vendor-slow", Moment.RESOLVED)).containsEntry("minutes", 47);
    }
}
