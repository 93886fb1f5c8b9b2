package io.bellwether.platform.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientHelloTest {

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void everyLengthIsRight(TlsVersion version) {
        byte[] bytes = new ClientHello(version, CipherSuites.usable(version), "shop.example").bytes();
        ByteBuffer in = ByteBuffer.wrap(bytes);

        assertThat(in.get()).isEqualTo((byte) 22);
        assertThat(in.getShort()).isEqualTo((short) Math.min(version.number(), 0x0301));
        assertThat(in.getShort()).isEqualTo((short) in.remaining());
        assertThat(in.getInt()).isEqualTo(1 << 24 | in.remaining());
        assertThat(in.getShort()).isEqualTo((short) Math.min(version.number(), 0x0303));
        in.position(in.position() + 33);
        int suites = in.getShort() / 2;
        assertThat(suites).isEqualTo(CipherSuites.usable(version).size() + (version == TlsVersion.TLS_1_3 ? 0 : 1));
        in.position(in.position() + 2 * suites + 2);
        assertThat(extensions(in).keySet().stream().sorted().toList())
                .isEqualTo(
                        switch (version) {
                            case SSL_3 -> List.of();
                            case TLS_1_3 -> List.of(0, 5, 10, 13, 16, 18, 43, 51);
                            default -> List.of(0, 5, 10, 11, 13, 16, 18, 23);
                        });
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void bringsNoKeyOfItsOwn() {
        assertThat(extensions(TlsVersion.TLS_1_3, "shop.example"))
                .containsEntry(51, "0000")
                .containsEntry(43, "020304");
    }

    @Test
    void namesTheHostUnlessItIsAnAddress() {
        assertThat(extensions(TlsVersion.TLS_1_2, "shop.example").get(0))
                .endsWith(java.util.HexFormat.of().formatHex("shop.example".getBytes(StandardCharsets.US_ASCII)));
        assertThat(extensions(TlsVersion.TLS_1_2, null)).doesNotContainKey(0);
    }

    @Test
    void theLongestNameFits() {
        assertThat(new ClientHello(TlsVersion.TLS_1_2, CipherSuites.any(), "a".repeat(253)).bytes())
                .hasSizeLessThan(2048);
    }

    @Test
    void everySuiteOnOfferHasAName() {
        assertThat(CipherSuites.any().stream().map(CipherSuites::name).collect(Collectors.toSet()))
                .hasSameSizeAs(CipherSuites.any())
                .allMatch(name -> name.startsWith("TLS_"));
        assertThat(CipherSuites.TLS_1_3.stream().map(CipherSuites::name)).allMatch(name -> name.startsWith("TLS_"));
        assertThat(CipherSuites.name(0xabcd)).isEqualTo("0xabcd");
    }

    @Test
    void noClassOfWeakSuitesHoldsAnother() {
        assertThat(CipherSuites.STATIC_RSA.stream().map(CipherSuites::name))
                .allMatch(name -> name.matches("TLS_RSA_WITH_(AES|CAMELLIA)_.*"));
        assertThat(CipherSuites.SHORT_BLOCK.stream().map(CipherSuites::name))
                .allMatch(name -> name.matches(".*_(3DES|IDEA)_.*"));
        assertThat(CipherSuites.RC4.stream().map(CipherSuites::name)).allMatch(name -> name.contains("_RC4_128_"));
        assertThat(CipherSuites.BROKEN.stream().map(CipherSuites::name))
                .allMatch(name -> name.matches(".*(_anon_|NULL|EXPORT|_DES_CBC).*"));
    }

    private static Map<Integer, String> extensions(TlsVersion version, @org.jspecify.annotations.Nullable String host) {
        ByteBuffer in = ByteBuffer.wrap(new ClientHello(version, List.of(1), host).bytes());
        in.position(5 + 4 + 2 + 33);
        in.position(in.position() + 2 + in.getShort(in.position()) + 2);
        return extensions(in);
    }

    private static Map<Integer, String> extensions(ByteBuffer in) {
        Map<Integer, String> found = new HashMap<>();
        if (in.hasRemaining()) {
            assertThat(in.getShort()).isEqualTo((short) in.remaining());
        }
        while (in.hasRemaining()) {
            int type = in.getShort();
            byte[] content = new byte[in.getShort()];
            in.get(content);
            found.put(type, java.util.HexFormat.of().formatHex(content));
        }
        return found;
    }
}
