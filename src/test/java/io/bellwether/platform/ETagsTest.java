package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "*", "\"1\", \"3\""})
    void tagsThatNameTheCurrentVersionPass(String ifMatch) {
        assertThatCode(() -> ETags.check(ifMatch, 3)).doesNotThrowAnyException();
    }

    @Test
    void whoNamesNoVersionPasses() {
        assertThatCode(() -> ETags.check(null, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "\"\"", "", "\"33\""})
    void anyOtherVersionIsStaleAndToldTheCurrentOne(String ifMatch) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ETags.check(ifMatch, 3))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(412))
                .withMessageContaining("\"3\"");
    }
}
