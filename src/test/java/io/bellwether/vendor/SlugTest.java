package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Acme                     | acme
            Acme, Inc.               | acme-inc
            Société Générale         | societe-generale
            Weiß & Söhne             | weiss-and-sohne
            Ærø Łódź Straße          | aero-lodz-strasse
            McDonald's               | mcdonalds
            3M                       | 3m
            --Edge--                 | edge
            monday.com               | monday-com
            Ｆｕｌｌ　Ｗｉｄｔｈ         | full-width
            İstanbul                 | istanbul
            Сбер Bank                | bank
            """)
    void foldsANameIntoLettersDigitsAndHyphens(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug).matches(Slug.PATTERN);
    }

    @Test
    void aNameWithoutAnyLatinLetterGivesNone() {
        assertThat(Slug.of("日本")).isEmpty();
    }

    @Test
    void aLongNameIsCutWithoutAHyphenAtTheEnd() {
        assertThat(Slug.of("a".repeat(62) + " and more")).isEqualTo("a".repeat(62));
        assertThat(Slug.of("a".repeat(200))).hasSize(63);
    }
}
