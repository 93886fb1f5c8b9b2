package io.bellwether.alert.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Lens;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlinesTest {

    static Set<String> rules() {
        return Vocabulary.rules();
    }

    @Test
    void everyRuleHasOneButThoseThatPeopleMadeAndNamed() {
        Set<String> rules = new TreeSet<>(Vocabulary.rules());
        rules.remove("custom-rule");

        assertThat(Table.rows("headlines.txt").stream().map(List::getFirst)).containsExactlyInAnyOrderElementsOf(rules);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itIsShortAndPlainForItStandsInEverySubject(String rule) {
        assertThat(Headlines.of(rule)).hasSizeLessThan(40);
        assertThat(PlainLanguage.faults(Lens.MARKETING, "Globex: " + Headlines.of(rule) + "."))
                .isEmpty();
    }

    @Test
    void aRuleWithoutOneIsCalledByItsName() {
        assertThat(Headlines.of("vendor-on-fire")).isEqualTo("on fire");
    }
}
