package io.bellwether.core.alert.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bellwether.core.alert.label.Matcher.Operator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {

    @ParameterizedTest(name = "{0} {1} accepts {2}: {3}")
    @CsvSource({
        "EQUAL, acme, acme, true",
        "EQUAL, acme, Acme, false",
        "EQUAL, a.me, acme, false",
        "EQUAL, '', '', true",
        "NOT_EQUAL, acme, acme, false",
        "NOT_EQUAL, acme, globex, true",
        "NOT_EQUAL, '', '', false",
        "MATCHES, ac.*, acme, true",
        "MATCHES, ac, acme, false",
        "MATCHES, cme, acme, false",
        "MATCHES, acme|globex, globex, true",
        "MATCHES, acme|globex, globexx, false",
        "MATCHES, .*, '', true",
        "MATCHES, .+, '', false",
        "MATCHES_NOT, ac.*, acme, false",
        "MATCHES_NOT, ac.*, globex, true",
    })
    void comparesTheValueOfTheLabel(Operator operator, String value, String actual, boolean accepted) {
        assertThat(new Matcher("vendor", operator, value).matches(Map.of("vendor", actual)))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingLabelIsAsIfItWereEmpty(Operator operator) {
        for (String value : new String[] {"", "acme", ".*", ".+"}) {
            Matcher matcher = new Matcher("vendor", operator, value);

            assertThat(matcher.matches(Map.of()))
                    .isEqualTo(matcher.matches(Map.of("vendor", "")))
                    .isEqualTo(matcher.acceptsNothing());
        }
    }

    @Test
    void aDotIsAlsoALineBreak() {
        assertThat(new Matcher("summary", Operator.MATCHES, "one.*two").matches(Map.of("summary", "one\ntwo")))
                .isTrue();
    }

    @Test
    void anExpressionCannotRunAway() {
        Matcher evil = new Matcher("vendor", Operator.MATCHES, "(a+)+b");
        Map<String, String> labels = Map.of("vendor", "a".repeat(50_000));

        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(evil.matches(labels)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a{2,1}", "(?=x)", "\\1"})
    void refusesWhatIsNoExpression(String value) {
        assertThatExceptionOfType(InvalidMatcher.class)
                .isThrownBy(() -> new Matcher("vendor", Operator.MATCHES, value))
                .withMessageContaining("'" + value + "' is no regular expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "ven-dor", "größe", "a b"})
    void refusesWhatIsNoLabel(String label) {
        assertThatExceptionOfType(InvalidMatcher.class)
                .isThrownBy(() -> Matcher.equal(label, "x"))
                .withMessageContaining("'" + label + "' is no label name");
    }

    @Test
    void isEqualToOneThatSaysTheSame() {
        assertThat(new Matcher("vendor", Operator.MATCHES, "a"))
                .isEqualTo(new Matcher("vendor", Operator.MATCHES, "a"))
                .hasSameHashCodeAs(new Matcher("vendor", Operator.MATCHES, "a"))
                .isNotEqualTo(Matcher.equal("vendor", "a"))
                .isNotEqualTo(new Matcher("tier", Operator.MATCHES, "a"))
                .isNotEqualTo(new Matcher("vendor", Operator.MATCHES, "b"))
                .isNotEqualTo("vendor=~\"a\"");
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorIsKnownByItsTwoProperties(Operator operator) {
        assertThat(Operator.of(operator.expression(), operator.negated())).isEqualTo(operator);
    }
}
