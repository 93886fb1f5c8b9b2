package io.bellwether.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void cutsNeverWithinACharacterAndShowsControlCharactersAsDots() {
        assertThat(Printable.start("a\u0007b", 10)).isEqualTo("a.b");
        assertThat(Printable.start("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
        assertThat(Printable.start("ab\uD83D\uDE00cd", 5)).isEqualTo("ab\uD83D\uDE00…");
    }
}
