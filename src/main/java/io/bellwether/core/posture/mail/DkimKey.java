package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A public key that signatures are checked with (RFC 6376, 3.6.1; RFC 8463).
 *
 * @param type {@code rsa}, {@code ed25519} or what else it says
 * @param bits the length of the modulus or of the key; 0 when it cannot be read
 * @param revoked whether the key has been taken back
 * @param testing whether the domain is only trying
 * @param faults one sentence each
 */
record DkimKey(String type, int bits, boolean revoked, boolean testing, List<String> faults) {

    private static final String VERSION = "DKIM1";
    private static final int ED25519_BITS = 256;

    /** Reads whatever it is given; what it cannot read is a fault. */
    static DkimKey parse(String text) {
        TagList list = TagList.parse(text);
        List<String> faults = new ArrayList<>(list.faults());
        if (list.get("v") != null && !list.begins(VERSION)) {
            faults.add("Its version is not DKIM1, or does not come first.");
        }
        String type = Objects.requireNonNullElse(list.get("k"), "rsa").toLowerCase(Locale.ROOT);
        boolean testing = List.of(Objects.requireNonNullElse(list.get("t"), "").split(":", -1)).stream()
                .anyMatch(flag -> flag.strip().equals("y"));
        String data = list.get("p");
        if (data == null) {
            faults.add("It has no key.");
            return new DkimKey(type, 0, false, testing, List.copyOf(faults));
        }
        if (data.isEmpty()) {
            return new DkimKey(type, 0, true, testing, List.copyOf(faults));
        }
        int bits = bits(type, data);
        if (bits == 0) {
            faults.add("Its key is none of the type " + Words.shown(type) + ".");
        }
        return new DkimKey(type, bits, false, testing, List.copyOf(faults));
    }

    private static int bits(String type, String data) {
        try {
            byte[] key = Base64.getDecoder().decode(data.replace(" ", "").replace("\t", ""));
            return switch (type) {
                case "rsa" -> RsaModulus.bits(key);
                case "ed25519" -> key.length * Byte.SIZE == ED25519_BITS ? ED25519_BITS : 0;
                default -> 0;
            };
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
