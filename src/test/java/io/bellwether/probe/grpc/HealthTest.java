package io.bellwether.probe.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.probe.grpc.Health.Serving;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest(name = "''{0}'' is asked about with {1}")
    @CsvSource({"'', 0000000000", "shop, 00000000060a0473686f70", "ü, 00000000040a02c3bc"})
    void asksForAService(String service, String hex) {
        assertThat(HEX.formatHex(Health.request(service))).isEqualTo(hex);
    }

    @Test
    void asksForALongNameToo() {
        assertThat(HEX.formatHex(Health.request("a".repeat(300)))).startsWith("000000012f0aac026161");
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource({
        "00000000020801, SERVING",
        "00000000020802, NOT_SERVING",
        "00000000020803, SERVICE_UNKNOWN",
        "00000000020800, UNKNOWN",
        "0000000000, UNKNOWN",
        "0000000003088100, SERVING",
        "000000001108011001190000000000000000250000, ",
        "000000000d0801120161250000000018ff01, SERVING",
        "00000000060801120100ff, ",
        "00000000020804, ",
        "0000000003080101, ",
        "01000000020801, ",
        "00000000030801, ",
        "000000000108, ",
        "00000000050812057f41, ",
        "000000000b08ffffffffffffffffff01, ",
        "'', ",
        "00, "
    })
    void readsTheAnswer(String hex, @Nullable Serving serving) {
        assertThat(Health.response(ByteBuffer.wrap(HEX.parseHex(hex)))).isEqualTo(serving);
    }

    @Test
    void readsAnythingWithoutComplaint() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] message = new byte[random.nextInt(24)];
            random.nextBytes(message);
            byte[] body = new byte[5 + message.length];
            body[4] = (byte) message.length;
            System.arraycopy(message, 0, body, 5, message.length);

            Health.response(ByteBuffer.wrap(body));
        }
    }
}
