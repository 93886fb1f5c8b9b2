package io.bellwether.platform.egress;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of addresses.
 *
 * @param network its first address; bits behind the prefix are ignored
 * @param prefix how many leading bits its addresses share
 */
record Cidr(InetAddress network, int prefix) {

    /**
     * @param text {@code address/prefix}, or an address alone for that address only
     * @throws IllegalArgumentException when it is neither
     */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = network.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(text + ": the prefix must be 0 to " + bits);
        }
        return new Cidr(network, prefix);
    }

    private static InetAddress literal(String text) {
        try {
            InetAddress literal = HostName.parse(text).literal();
            if (literal != null) {
                return literal;
            }
        } catch (EgressRefused e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
        throw new IllegalArgumentException(text + " is not an address");
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
            return false;
        }
        int mask = 0xff00 >> (prefix % Byte.SIZE) & 0xff;
        return mask == 0 || (ours[whole] & mask) == (theirs[whole] & mask);
    }
}
