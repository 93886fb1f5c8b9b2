package io.bellwether.platform.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host in the one form that everybody reads alike: a lower-case name, or an address literal. Forms that programs read
 * differently (octal, hexadecimal, shortened, percent-encoded) are refused rather than interpreted.
 *
 * @param name without brackets and without the dot at its end
 * @param literal the address, when the host is one
 */
record HostName(String name, @Nullable InetAddress literal) {

    private static final int MAX_LENGTH = 253;
    private static final Pattern NAME = Pattern.compile(
            "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*" + "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]+(?::[0-9.]+)?");
    private static final Pattern AUTHORITY = Pattern.compile("(.*?)(?::[0-9]*)?");

    static HostName parse(String host) throws EgressRefused {
        if (host.isBlank()) {
            throw new EgressRefused("The host is empty.");
        }
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[") && lower.endsWith("]")) {
            return ipv6(host, lower.substring(1, lower.length() - 1));
        }
        if (lower.indexOf(':') >= 0) {
            return ipv6(host, lower);
        }
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches()) {
            throw new EgressRefused("'" + host + "' is not a host name in its plain ASCII form.");
        }
        if (!NUMBER_AT_END.matcher(name).matches()) {
            return new HostName(name, null);
        }
        if (!DOTTED_QUAD.matcher(name).matches()) {
            throw new EgressRefused("'" + host + "' is an ambiguous way to write an IPv4 address.");
        }
        return new HostName(name, InetAddress.ofLiteral(name));
    }

    /** The host of an absolute address; one that the platform cannot read as a host is judged as it is written. */
    static HostName of(URI uri) throws EgressRefused {
        if (uri.getRawUserInfo() != null) {
            throw new EgressRefused("The address names a user before its host.");
        }
        String host = uri.getHost();
        if (host != null) {
            return parse(host);
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw new EgressRefused("The address has no host.");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        return parse(parts.matches() ? parts.group(1) : authority);
    }

    private static HostName ipv6(String host, String literal) throws EgressRefused {
        if (IPV6.matcher(literal).matches()) {
            try {
                return new HostName(literal, Inet6Address.ofLiteral(literal));
            } catch (IllegalArgumentException e) {
                throw new EgressRefused("'" + host + "' is not an IPv6 address.");
            }
        }
        throw new EgressRefused("'" + host + "' is not an IPv6 address without a zone.");
    }
}
