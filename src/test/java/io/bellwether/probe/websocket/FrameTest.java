package io.bellwether.probe.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void isMaskedAsTheStandardsExampleIs() {
        byte[] masked =
                Frame.of(Opcode.TEXT, "Hello".getBytes(StandardCharsets.UTF_8)).masked(0x37fa213d);

        assertThat(HEX.formatHex(masked)).isEqualTo("818537fa213d7f9f4d5158");
    }

    @ParameterizedTest(name = "{0} bytes are announced as {1}")
    @CsvSource({"0, 80", "125, fd", "126, fe007e", "65535, feffff", "65536, ff0000000000010000"})
    void announcesItsLength(int length, String announced) {
        byte[] masked = Frame.of(Opcode.BINARY, new byte[length]).masked(0);

        assertThat(HEX.formatHex(masked)).startsWith("82" + announced + "00000000");
        assertThat(masked).hasSize(1 + announced.length() / 2 + 4 + length);
    }

    @ParameterizedTest(name = "{0} is {1} of ''{2}''")
    @CsvSource({
        "810548656c6c6f, TEXT, Hello, true",
        "010348656c, TEXT, Hel, false",
        "80026c6f, CONTINUATION, lo, true",
        "817e000548656c6c6f, TEXT, Hello, true",
        "817f000000000000000548656c6c6f, TEXT, Hello, true",
        "890548656c6c6f, PING, Hello, true",
        "8800, CLOSE, '', true"
    })
    void isReadAsTheServerSendsIt(String hex, Opcode opcode, String text, boolean last) throws IOException {
        Frame frame = read(hex);

        assertThat(frame.opcode()).isEqualTo(opcode);
        assertThat(new String(frame.payload(), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(frame.last()).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({
        "818537fa213d7f9f4d5158, a masked frame",
        "c10548656c6c6f, an extension",
        "8300, the unknown kind 3",
        "8f00, the unknown kind 15",
        "0900, too long or in pieces",
        "897e007e, too long or in pieces",
        "82ff8000000000000000, a masked frame",
        "827f8000000000000000, an impossible length",
        "827f0000000000000401, longer than"
    })
    void isRefusedWhenItBreaksTheProtocolOrTheBounds(String hex, String words) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(IOException.class).hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "81", "817e", "817e00", "8105", "810548656c6c"})
    void isNotReadWhenItBreaksOff(String hex) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(EOFException.class);
    }

    private static Frame read(String hex) throws IOException {
        return Frame.read(new ByteArrayInputStream(HEX.parseHex(hex)), 1024);
    }
}
