package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address as a number of 32 or 128 bits.
 *
 * @param high the upper 64 bits, 0 for IPv4
 * @param low the lower 64 bits
 */
public record IpAddress(boolean ipv6, long high, long low) {

    private static final int GROUPS = 8;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    /** Reads the forms of RFC 4291, 2.2 and dotted quads without leading zeros; null for anything else. */
    public static @Nullable IpAddress parse(String text) {
        return text.indexOf(':') < 0 ? parseIpv4(text) : parseIpv6(text);
    }

    static @Nullable IpAddress parseIpv4(String text) {
        if (text.length() > "255.255.255.255".length()) {
            return null;
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long value = 0;
        for (String part : parts) {
            int octet = number(part, 3);
            if (octet < 0 || octet > 255) {
                return null;
            }
            value = value << Byte.SIZE | octet;
        }
        return new IpAddress(false, 0, value);
    }

    static @Nullable IpAddress parseIpv6(String text) {
        int gap = text.indexOf("::");
        boolean gaps = gap >= 0 && text.indexOf("::", gap + 1) >= 0;
        if (gaps || text.length() > 45) {
            return null;
        }
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        List<Integer> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        return new IpAddress(true, packed(all.subList(0, 4)), packed(all.subList(4, GROUPS)));
    }

    /** The IPv4 address that an IPv6 address of the form ::ffff:a.b.c.d stands for; any other one itself. */
    public IpAddress unmapped() {
        return ipv6 && high == 0 && low >>> IPV4_BITS == 0xFFFF ? new IpAddress(false, 0, low & 0xFFFF_FFFFL) : this;
    }

    /** Whether its first bits are those of the network; never across families. */
    boolean within(IpAddress network, int prefix) {
        if (ipv6 != network.ipv6) {
            return false;
        }
        if (!ipv6) {
            return prefix == 0 || (low ^ network.low) >>> (IPV4_BITS - prefix) == 0;
        }
        long upper = prefix == 0 ? 0 : (high ^ network.high) >>> Math.max(0, Long.SIZE - prefix);
        long lower = prefix <= Long.SIZE ? 0 : (low ^ network.low) >>> (IPV6_BITS - prefix);
        return upper == 0 && lower == 0;
    }

    /** As RFC 7208, 7.3 has it: a dotted quad, or 32 hexadecimal digits with dots between them. */
    String dotted() {
        return ipv6
                ? String.join(".", hex().toUpperCase(Locale.ROOT).split(""))
                : (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }

    /** The name that its names in DNS hang from. */
    String reverseName() {
        List<String> parts = List.of(dotted().split("\\.", -1)).reversed();
        return String.join(".", parts) + (ipv6 ? ".ip6.arpa" : ".in-addr.arpa");
    }

    /** As people write it; IPv6 as RFC 5952 wants it. */
    @Override
    public String toString() {
        if (!ipv6) {
            return dotted();
        }
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(Integer.toHexString(group(i)));
        }
        int longest = 1;
        int at = -1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zerosFrom(i);
            if (run > longest) {
                longest = run;
                at = i;
            }
        }
        return at < 0
                ? String.join(":", groups)
                : String.join(":", groups.subList(0, at)) + "::"
                        + String.join(":", groups.subList(at + longest, GROUPS));
    }

    private int zerosFrom(int first) {
        int run = 0;
        while (first + run < GROUPS && group(first + run) == 0) {
            run++;
        }
        return run;
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (Short.SIZE * (3 - index % 4)) & 0xFFFF);
    }

    private String hex() {
        HexFormat format = HexFormat.of();
        return format.toHexDigits(high) + format.toHexDigits(low);
    }

    /** @param last whether an IPv4 address may stand at the end */
    private static @Nullable List<Integer> groups(String text, boolean last) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            IpAddress quad = last && i == parts.length - 1 ? parseIpv4(part) : null;
            if (quad != null) {
                groups.add((int) (quad.low >>> Short.SIZE));
                groups.add((int) (quad.low & 0xFFFF));
            } else if (!part.isEmpty() && part.length() <= 4 && part.chars().allMatch(HexFormat::isHexDigit)) {
                groups.add(HexFormat.fromHexDigits(part));
            } else {
                return null;
            }
        }
        return groups;
    }

    private static long packed(List<Integer> groups) {
        long value = 0;
        for (int group : groups) {
            value = value << Short.SIZE | group;
        }
        return value;
    }

    /** A number of at most so many digits without leading zeros; -1 for anything else. */
    static int number(String text, int digits) {
        boolean padded = text.length() > 1 && text.charAt(0) == '0';
        return padded || text.length() > digits || !Ascii.isNumber(text) ? -1 : Integer.parseInt(text);
    }
}
