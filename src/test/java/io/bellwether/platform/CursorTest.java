package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void givesBackTheKeyItWasMadeOf() {
        assertThat(Cursor.parts(Cursor.of("ä/b c", 42), 2)).containsExactly("ä/b c", "42");
    }

    @Test
    void isFitForAUrlAsItStands() {
        assertThat(Cursor.of("???>>>~~~", "ÿÿÿ")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void thereIsNoKeyAtTheStart() {
        assertThat(Cursor.parts(null, 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "YQ", "a b"})
    void whatIsNoCursorOfTheListIsRefused(String after) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.parts(after, 2))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.errors().getFirst().pointer()).isEqualTo("after");
                });
    }
}
