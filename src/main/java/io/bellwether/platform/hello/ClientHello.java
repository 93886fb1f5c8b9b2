package io.bellwether.platform.hello;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a client says first (RFC 8446, 4.1.2; RFC 5246, 7.4.1.2). For TLS 1.3 it comes without a key of ours, so that the server
 * asks for one and thereby names version, suite and group: nothing has to be computed on either side.
 *
 * @param version the only one that is offered; up to TLS 1.2 a server may answer with an older one
 * @param suites what is offered, in order
 * @param host whose certificate is wanted; null when the host is an address, which has no place here
 */
public record ClientHello(
        TlsVersion version, List<Integer> suites, @Nullable String host) {

    private static final int MOST = 2048;
    private static final int MESSAGE_HEADER = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int SERVER_NAME = 0;
    private static final int STATUS_REQUEST = 5;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int POINT_FORMATS = 11;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int APPLICATION_PROTOCOLS = 16;
    private static final int SIGNED_TIMESTAMPS = 18;
    private static final int EXTENDED_MASTER_SECRET = 23;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    /** ECDSA, PSS, Ed25519 and PKCS #1, SHA-1 last: servers too old for better are to answer too. */
    private static final List<Integer> SIGNATURES =
            List.of(0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0807, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201);

    public ClientHello {
        suites = List.copyOf(suites);
    }

    /** A record ready to be sent; its random part is another each time. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(MOST);
        out.put((byte) 22).putShort((short) Math.min(version.number(), TlsVersion.TLS_1_0.number()));
        sized(out, () -> message(out));
        byte[] record = new byte[out.position()];
        out.flip().get(record);
        return record;
    }

    private void message(ByteBuffer out) {
        int begin = out.position();
        out.putInt(0);
        out.putShort((short) Math.min(version.number(), TlsVersion.TLS_1_2.number()));
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        out.put(random);
        out.put((byte) 0);
        sized(out, () -> offered().forEach(suite -> out.putShort((short) (int) suite)));
        out.put((byte) 1).put((byte) 0);
        if (version != TlsVersion.SSL_3) {
            sized(out, () -> extensions(out));
        }
        out.putInt(begin, 1 << 24 | out.position() - begin - MESSAGE_HEADER);
    }

    private List<Integer> offered() {
        if (version == TlsVersion.TLS_1_3) {
            return suites;
        }
        List<Integer> all = new ArrayList<>(suites);
        all.add(CipherSuites.RENEGOTIATION);
        return all;
    }

    private void extensions(ByteBuffer out) {
        if (host != null) {
            extension(
                    out,
                    SERVER_NAME,
                    () -> sized(out, () -> {
                        out.put((byte) 0);
                        sized(out, () -> out.put(host.getBytes(StandardCharsets.US_ASCII)));
                    }));
        }
        extension(out, STATUS_REQUEST, () -> out.put((byte) 1).putInt(0));
        extension(out, SUPPORTED_GROUPS, () -> numbers(out, groups()));
        extension(out, SIGNATURE_ALGORITHMS, () -> numbers(out, SIGNATURES));
        extension(
                out,
                APPLICATION_PROTOCOLS,
                () -> sized(out, () -> {
                    name(out, "h2");
                    name(out, "http/1.1");
                }));
        extension(out, SIGNED_TIMESTAMPS, () -> {});
        if (version == TlsVersion.TLS_1_3) {
            extension(out, SUPPORTED_VERSIONS, () -> out.put((byte) 2).putShort((short) version.number()));
            extension(out, KEY_SHARE, () -> out.putShort((short) 0));
        } else {
            extension(out, POINT_FORMATS, () -> out.put((byte) 1).put((byte) 0));
            extension(out, EXTENDED_MASTER_SECRET, () -> {});
        }
    }

    private List<Integer> groups() {
        return version == TlsVersion.TLS_1_3
                ? IntStream.concat(
                                IntStream.of(NamedGroups.HYBRID),
                                NamedGroups.CURVES.stream().mapToInt(Integer::intValue))
                        .boxed()
                        .toList()
                : NamedGroups.CURVES;
    }

    private static void extension(ByteBuffer out, int type, Runnable content) {
        out.putShort((short) type);
        sized(out, content);
    }

    private static void numbers(ByteBuffer out, List<Integer> numbers) {
        sized(out, () -> numbers.forEach(number -> out.putShort((short) (int) number)));
    }

    private static void name(ByteBuffer out, String name) {
        out.put((byte) name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
    }

    /** Puts before the content how many bytes it has, in two bytes. */
    private static void sized(ByteBuffer out, Runnable content) {
        int at = out.position();
        out.putShort((short) 0);
        content.run();
        out.putShort(at, (short) (out.position() - at - 2));
    }
}
