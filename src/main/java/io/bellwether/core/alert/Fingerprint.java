package io.bellwether.core.alert;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The short name of a set of labels: 64-bit FNV-1a over the labels in UTF-8 sorted by name, each name and each value
 * followed by the byte 0xFF, as Prometheus Alertmanager prints it.
 */
public final class Fingerprint {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int SEPARATOR = 0xFF;

    private Fingerprint() {}

    /**
     * @param labels names are ASCII, as the label syntax demands; a label without a value does not count
     * @return 16 lower-case hexadecimal digits
     * @throws IllegalArgumentException when no label has a value
     */
    public static String of(Map<String, String> labels) {
        Map<String, String> sorted = new TreeMap<>(labels);
        sorted.values().removeIf(String::isEmpty);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a fingerprint needs at least one label with a value");
        }
        long hash = OFFSET_BASIS;
        for (Map.Entry<String, String> label : sorted.entrySet()) {
            hash = mixed(mixed(hash, label.getKey()), label.getValue());
        }
        return HexFormat.of().toHexDigits(hash);
    }

    private static long mixed(long hash, String text) {
        long[] mixed = {hash};
        text.codePoints().forEach(point -> utf8(point, octet -> mixed[0] = mixed(mixed[0], octet)));
        return mixed(mixed[0], SEPARATOR);
    }

    private static long mixed(long hash, int octet) {
        return (hash ^ octet) * PRIME;
    }

    /** RFC 3629, section 3. */
    private static void utf8(int point, IntConsumer octets) {
        if (point < 0x80) {
            octets.accept(point);
            return;
        }
        int following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        int marker = (0xFF00 >> (following + 1)) & 0xFF;
        octets.accept(marker | (point >> (6 * following)));
        for (int shift = 6 * (following - 1); shift >= 0; shift -= 6) {
            octets.accept(0x80 | ((point >> shift) & 0x3F));
        }
    }
}
