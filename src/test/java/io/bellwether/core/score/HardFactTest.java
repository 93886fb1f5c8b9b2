package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HardFactTest {

    @ParameterizedTest
    @EnumSource(HardFact.class)
    void aHardFactIsFoundByItsReason(HardFact fact) {
        assertThat(HardFact.of(fact.reason())).isEqualTo(fact);
        assertThat(HardFact.meaning(fact.reason())).isNotBlank().isNotEqualTo(fact.reason());
        assertThat(HardFact.meaning("a word of an earlier release")).isEqualTo("a word of an earlier release");
        assertThat(fact.signal()).isEqualTo(fact.name().toLowerCase(Locale.ROOT).replace("_", "-"));
    }
}
