package io.bellwether.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {

    @ParameterizedTest(name = "{0} is sent as {1}")
    @CsvSource({
        "PING\\r\\n, 50494e470d0a",
        "\\t\\\\, 095c",
        "\\x00\\xfF\\x1b, 00ff1b",
        "a\\x62c, 616263",
        "\\\\x41, 5c783431",
        "ü€, c3bce282ac",
        "\\xfcü, fcc3bc"
    })
    void becomeBytes(String text, String hex) {
        assertThat(HexFormat.of().formatHex(Escapes.bytes(text))).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\", "\\q", "\\x", "\\x1", "\\xg0", "\\0", "\\\\\\"})
    void refusesOthers(String text) {
        assertThat(new Escapes().fault(text)).contains("backslash at position").endsWith("\\xNN.");
    }

    @Test
    void readsLongTextsToo() {
        assertThat(Escapes.bytes("\\r".repeat(8_000))).hasSize(8_000);
    }
}
