package io.bellwether.platform.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses that lead somewhere else than to the public internet: the IANA special-purpose registries for IPv4 and IPv6
 * (RFC 6890 and its updates), and the metadata services of clouds. An IPv6 address that carries an IPv4 address is judged
 * by that.
 */
final class SpecialRanges {

    private static final Map<Cidr, String> RANGES = new LinkedHashMap<>();
    private static final Map<Cidr, Integer> CARRIES_IPV4_AT = new LinkedHashMap<>();
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");

    static {
        range("169.254.169.254", "cloud metadata");
        range("100.100.100.200", "cloud metadata");
        range("168.63.129.16", "cloud metadata");
        range("192.0.0.192", "cloud metadata");
        range("fd00:ec2::254", "cloud metadata");
        range("0.0.0.0/8", "this network");
        range("10.0.0.0/8", "private use");
        range("100.64.0.0/10", "shared address space");
        range("127.0.0.0/8", "loopback");
        range("169.254.0.0/16", "link local");
        range("172.16.0.0/12", "private use");
        range("192.0.0.0/24", "IETF protocol assignments");
        range("192.0.2.0/24", "documentation");
        range("192.88.99.0/24", "6to4 relay");
        range("192.168.0.0/16", "private use");
        range("198.18.0.0/15", "benchmarking");
        range("198.51.100.0/24", "documentation");
        range("203.0.113.0/24", "documentation");
        range("224.0.0.0/4", "multicast");
        range("255.255.255.255", "limited broadcast");
        range("240.0.0.0/4", "reserved");
        range("::", "unspecified");
        range("::1", "loopback");
        range("64:ff9b:1::/48", "local IPv4/IPv6 translation");
        range("100::/64", "discard only");
        range("2001::/23", "IETF protocol assignments, Teredo");
        range("2001:db8::/32", "documentation");
        range("3fff::/20", "documentation");
        range("5f00::/16", "segment routing");
        range("fc00::/7", "unique local");
        range("fe80::/10", "link local");
        range("fec0::/10", "site local");
        range("ff00::/8", "multicast");
        CARRIES_IPV4_AT.put(Cidr.parse("64:ff9b::/96"), 12);
        CARRIES_IPV4_AT.put(Cidr.parse("2002::/16"), 2);
        CARRIES_IPV4_AT.put(Cidr.parse("::/96"), 12);
    }

    private SpecialRanges() {}

    /** The name of the special range the address lies in; empty for an ordinary public address. */
    static Optional<String> of(InetAddress address) {
        Optional<String> named = RANGES.entrySet().stream()
                .filter(range -> range.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
        if (named.isPresent() || address instanceof Inet4Address) {
            return named;
        }
        return CARRIES_IPV4_AT.entrySet().stream()
                .filter(range -> range.getKey().contains(address))
                .findFirst()
                .map(range -> of(carried(address, range.getValue())))
                .orElseGet(
                        () -> GLOBAL_UNICAST.contains(address) ? Optional.empty() : Optional.of("not global unicast"));
    }

    private static InetAddress carried(InetAddress address, int offset) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void range(String block, String name) {
        RANGES.put(Cidr.parse(block), name);
    }
}
