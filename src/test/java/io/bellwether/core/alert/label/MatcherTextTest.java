package io.bellwether.core.alert.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bellwether.core.alert.label.Matcher.Operator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            vendor="acme"              ; EQUAL       ; acme
            vendor=acme                ; EQUAL       ; acme
              vendor  =  "acme"        ; EQUAL       ; acme
            {vendor="acme"}            ; EQUAL       ; acme
            { vendor="acme" , }        ; EQUAL       ; acme
            vendor!="acme"             ; NOT_EQUAL   ; acme
            vendor!=acme               ; NOT_EQUAL   ; acme
            vendor=~"ac.*"             ; MATCHES     ; ac.*
            vendor=~ac.*               ; MATCHES     ; ac.*
            vendor!~"a|b"              ; MATCHES_NOT ; a|b
            vendor="a,b"               ; EQUAL       ; a,b
            vendor="a=b"               ; EQUAL       ; a=b
            vendor="a!~b"              ; EQUAL       ; a!~b
            vendor="}"                 ; EQUAL       ; }
            vendor="a\\"b"             ; EQUAL       ; a"b
            vendor="a\\\\"             ; EQUAL       ; a\\
            vendor=~"\\d+"             ; MATCHES     ; \\d+
            vendor=""                  ; EQUAL       ; ``
            vendor=                    ; EQUAL       ; ``
            vendor="größe 1"           ; EQUAL       ; größe 1
            """)
    void readsOne(String text, Operator operator, String value) {
        assertThat(MatcherText.read(text)).containsExactly(new Matcher("vendor", operator, value));
    }

    @Test
    void readsSeveral() {
        assertThat(MatcherText.read("{vendor=~\"a|b,c\", severity!=info ,tier=\"x\"}"))
                .containsExactly(
                        new Matcher("vendor", Operator.MATCHES, "a|b,c"),
                        new Matcher("severity", Operator.NOT_EQUAL, "info"),
                        Matcher.equal("tier", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", "{ }"})
    void nothingIsNoMatcher(String text) {
        assertThat(MatcherText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vendor",
                "=acme",
                "vendor==acme\"",
                "vendor=\"acme",
                "vendor=acme\"",
                "vendor=\"a\"b\"",
                "vendor=a\\",
                "ven dor=a",
                "1=a",
                "a=b,,c=d",
                "vendor>acme",
                "vendor=~(",
                "{vendor"
            })
    void refusesWhatCannotBeRead(String text) {
        assertThatExceptionOfType(InvalidMatcher.class).isThrownBy(() -> MatcherText.read(text));
    }

    @Test
    void readsWhatItWrites() {
        SplittableRandom random = new SplittableRandom(11);
        String letters = "ab\",\\=!~{}\n ä€";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                value.append(letters.charAt(random.nextInt(letters.length())));
            }
            Operator operator = random.nextBoolean() ? Operator.EQUAL : Operator.NOT_EQUAL;
            List<Matcher> written = List.of(new Matcher("a", operator, value.toString()), Matcher.equal("b", "x"));

            assertThat(MatcherText.read(written.get(0) + ", " + written.get(1))).isEqualTo(written);
        }
    }
}
