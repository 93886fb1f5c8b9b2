package io.bellwether.core.posture.mail;

/** Finds the modulus of an RSA key in its DER encoding: a SubjectPublicKeyInfo, or the bare key that some publish. */
final class RsaModulus {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int SEQUENCE = 0x30;

    private final byte[] der;
    private int at;

    private RsaModulus(byte[] der) {
        this.der = der;
    }

    /** Its length in bits; 0 when there is none. */
    static int bits(byte[] der) {
        return new RsaModulus(der).bits();
    }

    private int bits() {
        if (enter(SEQUENCE) < 0) {
            return 0;
        }
        if (tag() == SEQUENCE) {
            int algorithm = enter(SEQUENCE);
            if (algorithm < 0) {
                return 0;
            }
            at += algorithm;
            // A bit string begins with the number of bits that do not count, and holds the bare key.
            if (enter(BIT_STRING) < 1 || der[at++] != 0 || enter(SEQUENCE) < 0) {
                return 0;
            }
        }
        int length = enter(INTEGER);
        while (length > 0 && der[at] == 0) {
            at++;
            length--;
        }
        return length < 1 ? 0 : length * Byte.SIZE - (Integer.numberOfLeadingZeros(der[at] & 0xFF) - 24);
    }

    private int tag() {
        return at < der.length ? der[at] & 0xFF : -1;
    }

    /** Steps into an element and tells its length; -1 when it is another one or does not fit. */
    private int enter(int expected) {
        if (tag() != expected || at + 1 >= der.length) {
            return -1;
        }
        int first = der[at + 1] & 0xFF;
        int octets = first < 0x80 ? 0 : first & 0x7F;
        at += 2;
        int length = first < 0x80 ? first : 0;
        if (octets > 3 || at + octets > der.length) {
            return -1;
        }
        for (int i = 0; i < octets; i++) {
            length = (length << Byte.SIZE) | (der[at + i] & 0xFF);
        }
        at += octets;
        return length <= der.length - at ? length : -1;
    }
}
