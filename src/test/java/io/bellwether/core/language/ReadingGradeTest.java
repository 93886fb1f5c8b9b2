package io.bellwether.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingGradeTest {

    @ParameterizedTest
    @CsvSource({
        "the, 1",
        "site, 1",
        "table, 2",
        "whole, 1",
        "services, 3",
        "watched, 1",
        "expected, 3",
        "need, 1",
        "security, 4",
        "queue, 1",
        "rhythm, 1",
        "company, 3",
        "sees, 1",
        "little, 2"
    })
    void syllablesAreThoseThatAreHeard(String word, int syllables) {
        assertThat(ReadingGrade.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void aChildsSentenceIsOfTheFirstGrades() {
        assertThat(ReadingGrade.of("The cat sat on the mat. It was a big red cat."))
                .isLessThan(1);
    }

    @Test
    void anOfficialSentenceIsNotForChildren() {
        assertThat(
                        ReadingGrade.of(
                                "Notwithstanding contractual obligations, unavailability of functionality necessitates"
                                        + " immediate operational remediation procedures by responsible organisational representatives."))
                .isGreaterThan(20);
    }

    @Test
    void itIsTheFormulaOfFleschAndKincaid() {
        // Nine words, two sentences, fifteen syllables.
        assertThat(ReadingGrade.of("The company expected an answer. It got a window."))
                .isCloseTo(0.39 * 9 / 2 + 11.8 * 15 / 9 - 15.59, Offset.offset(0.051));
    }

    @Test
    void figuresAddressesAndAsidesAreNotRead() {
        assertThat(ReadingGrade.of("It works (Europe/Constantinople) since 12:45 by ada@example.org."))
                .isEqualTo(ReadingGrade.of("It works since by."));
    }

    @Test
    void nothingIsEasyToRead() {
        assertThat(ReadingGrade.of("")).isZero();
        assertThat(ReadingGrade.of("503 / 7")).isZero();
    }
}
