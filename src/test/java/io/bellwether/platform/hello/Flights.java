package io.bellwether.platform.hello;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Answers of servers, byte by byte. */
public final class Flights {

    private Flights() {}

    /** A server's whole answer up to TLS 1.2: its choice, its chain, a status if there is one, and a key if there is one. */
    public static byte[] old(int version, int suite, List<byte[]> chain, byte[] status, byte[] key) {
        byte[] extensions =
                joined(extension(0xff01, new byte[1]), extension(23, new byte[0]), extension(16, hex("0003026832")));
        byte[] messages = joined(
                hello(version, suite, version == 0x0300 ? new byte[0] : extensions),
                chain.isEmpty()
                        ? new byte[0]
                        : message(
                                11,
                                sized(
                                        3,
                                        joined(chain.stream()
                                                .map(der -> sized(3, der))
                                                .toArray(byte[][]::new)))),
                status.length == 0 ? new byte[0] : message(22, joined(new byte[] {1}, sized(3, status))),
                key.length == 0 ? new byte[0] : message(12, key),
                message(14, new byte[0]));
        return records(version, messages);
    }

    /** A server's choice in TLS 1.3, with which it asks for a key. */
    public static byte[] retry(int suite, int group) {
        return records(0x0303, hello(0x0303, suite, joined(extension(43, two(0x0304)), extension(51, two(group)))));
    }

    public static byte[] alert(int what) {
        return new byte[] {21, 3, 1, 0, 2, 2, (byte) what};
    }

    /** What a server sends to agree on a Diffie-Hellman key of so many bits. */
    public static byte[] prime(int bits) {
        byte[] number = new byte[bits / 8];
        number[0] = (byte) 0x80;
        return joined(sized(2, number), sized(2, new byte[] {2}), sized(2, number));
    }

    static byte[] curve(int group) {
        return joined(new byte[] {3}, two(group), new byte[] {1, 4});
    }

    static byte[] hello(int version, int suite, byte[] extensions) {
        return message(
                2,
                joined(
                        two(version),
                        new byte[32],
                        new byte[1],
                        two(suite),
                        new byte[1],
                        extensions.length == 0 ? new byte[0] : sized(2, extensions)));
    }

    static byte[] extension(int type, byte[] content) {
        return joined(two(type), sized(2, content));
    }

    static byte[] message(int type, byte[] body) {
        return joined(new byte[] {(byte) type}, sized(3, body));
    }

    /** In records as large as may be. */
    static byte[] records(int version, byte[] messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < messages.length; at += 1 << 14) {
            int length = Math.min(1 << 14, messages.length - at);
            out.write(22);
            out.writeBytes(two(version));
            out.writeBytes(two(length));
            out.write(messages, at, length);
        }
        return out.toByteArray();
    }

    static byte[] sized(int bytes, byte[] content) {
        byte[] length = ByteBuffer.allocate(4).putInt(content.length).array();
        byte[] cut = java.util.Arrays.copyOfRange(length, 4 - bytes, 4);
        return joined(cut, content);
    }

    static byte[] two(int number) {
        return ByteBuffer.allocate(2).putShort((short) number).array();
    }

    static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
