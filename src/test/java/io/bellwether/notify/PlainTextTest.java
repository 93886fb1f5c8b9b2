package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void nothingTurnsTheWritingAround() {
        assertThat(PlainText.of("invoice\u202egpj.exe", 100)).isEqualTo("invoicegpj.exe");
        assertThat(OneLine.of("\u2067abc\u2069", 100)).isEqualTo("abc");
    }

    @Test
    void linesStayAndOtherControlCharactersGo() {
        assertThat(PlainText.of("one\r\ntwo\rthree\u0007\u001b[31m", 100)).isEqualTo("one\ntwo\nthree[31m");
        assertThat(OneLine.of("Subject\r\nBcc: someone@example.com", 100))
                .isEqualTo("Subject Bcc: someone@example.com");
    }

    @Test
    void aCutLeavesNoHalfCharacter() {
        assertThat(PlainText.of("ab🔴cd", 4)).isEqualTo("ab…");
        assertThat(PlainText.of("x".repeat(1_000_000), 6_000)).hasSize(6_000).endsWith("…");
    }
}
