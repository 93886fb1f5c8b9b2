package io.bellwether.platform.hello;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The groups in which keys are agreed on (IANA registry "TLS Supported Groups"). */
public final class NamedGroups {

    /** A post-quantum hybrid that only TLS 1.3 has. */
    static final int HYBRID = 0x11ec;

    static final List<Integer> CURVES = List.of(0x001d, 0x0017, 0x0018, 0x0019);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x0013, "secp192r1"),
            Map.entry(0x0015, "secp224r1"),
            Map.entry(0x0016, "secp256k1"),
            Map.entry(0x0017, "secp256r1"),
            Map.entry(0x0018, "secp384r1"),
            Map.entry(0x0019, "secp521r1"),
            Map.entry(0x001d, "x25519"),
            Map.entry(0x001e, "x448"),
            Map.entry(0x0100, "ffdhe2048"),
            Map.entry(0x0101, "ffdhe3072"),
            Map.entry(0x0102, "ffdhe4096"),
            Map.entry(HYBRID, "X25519MLKEM768"));

    private NamedGroups() {}

    /** Its IANA name; of one we do not know, its number in hexadecimal. */
    public static String name(int group) {
        String known = NAMES.get(group);
        return known == null ? String.format(Locale.ROOT, "0x%04x", group) : known;
    }
}
