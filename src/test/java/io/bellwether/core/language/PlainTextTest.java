package io.bellwether.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void nothingTurnsTheWritingAround() {
        assertThat(PlainText.of("invoice\u202egpj.exe", 100)).isEqualTo("invoicegpj.exe");
        assertThat(PlainText.line("\u2067abc\u2069", 100)).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\udb40\udc41", "\ud83d", "\u3164", "\u0007"})
    void whatCannotBeSeenIsNotThere(String unseen) {
        assertThat(PlainText.of("pay" + unseen + "ment", 100)).isEqualTo("payment");
        assertThat(PlainText.line(unseen + "é🔴" + unseen, 100)).isEqualTo("é🔴");
    }

    @Test
    void linesStayAndOtherControlCharactersGo() {
        assertThat(PlainText.of("one\r\ntwo\rthree\u2028four\u0007\u001b[31m", 100))
                .isEqualTo("one\ntwo\nthree\nfour[31m");
        assertThat(PlainText.line("Subject\r\nBcc: someone@example.com\u0085\u2029", 100))
                .isEqualTo("Subject Bcc: someone@example.com");
    }

    @Test
    void aCutLeavesNoHalfCharacter() {
        assertThat(PlainText.of("ab🔴cd", 4)).isEqualTo("ab…");
        assertThat(PlainText.of("x".repeat(1_000_000), 6_000)).hasSize(6_000).endsWith("…");
        assertThat(PlainText.line("\u200b".repeat(500) + "x".repeat(1_000), 100))
                .isEqualTo("…");
    }
}
