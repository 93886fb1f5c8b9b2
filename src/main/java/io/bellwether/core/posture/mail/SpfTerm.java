package io.bellwether.core.posture.mail;

import io.bellwether.core.posture.mail.SpfRecord.Directive;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one directive: a qualifier, the name of a mechanism and what follows it. */
final class SpfTerm {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private SpfTerm() {}

    /** Null when it breaks the grammar. */
    static @Nullable Directive directive(String term) {
        SpfResult result = qualifier(term.charAt(0));
        String rest = result == null ? term : term.substring(1);
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != ':' && rest.charAt(end) != '/') {
            end++;
        }
        Mechanism mechanism = mechanism(rest.substring(0, end).toLowerCase(Locale.ROOT), rest.substring(end));
        return mechanism == null ? null : new Directive(result == null ? SpfResult.PASS : result, mechanism);
    }

    private static @Nullable SpfResult qualifier(char character) {
        return switch (character) {
            case '+' -> SpfResult.PASS;
            case '-' -> SpfResult.FAIL;
            case '~' -> SpfResult.SOFTFAIL;
            case '?' -> SpfResult.NEUTRAL;
            default -> null;
        };
    }

    /** @param rest with the colon or the slash it begins with, or empty */
    private static @Nullable Mechanism mechanism(String name, String rest) {
        String value = rest.startsWith(":") ? rest.substring(1) : null;
        return switch (name) {
            case "all" -> rest.isEmpty() ? new Mechanism.All() : null;
            case "include" -> {
                MacroText domain = value == null ? null : MacroText.parseDomain(value);
                yield domain == null ? null : new Mechanism.Include(domain);
            }
            case "exists" -> {
                MacroText domain = value == null ? null : MacroText.parseDomain(value);
                yield domain == null ? null : new Mechanism.Exists(domain);
            }
            case "ptr" -> pointer(rest, value);
            case "a" -> hosts(false, rest);
            case "mx" -> hosts(true, rest);
            case "ip4" -> value == null ? null : network(value, false);
            case "ip6" -> value == null ? null : network(value, true);
            default -> null;
        };
    }

    private static @Nullable Mechanism pointer(String rest, @Nullable String value) {
        if (rest.isEmpty()) {
            return new Mechanism.Pointer(null);
        }
        MacroText domain = value == null ? null : MacroText.parseDomain(value);
        return domain == null ? null : new Mechanism.Pointer(domain);
    }

    private static @Nullable Mechanism hosts(boolean exchangers, String rest) {
        String left = rest;
        int prefix6 = IPV6_BITS;
        int prefix4 = IPV4_BITS;
        int slashes = left.lastIndexOf("//");
        if (slashes >= 0 && Ascii.isNumber(left.substring(slashes + 2))) {
            prefix6 = prefix(left.substring(slashes + 2), IPV6_BITS);
            left = left.substring(0, slashes);
        }
        int slash = left.lastIndexOf('/');
        if (slash >= 0 && Ascii.isNumber(left.substring(slash + 1))) {
            prefix4 = prefix(left.substring(slash + 1), IPV4_BITS);
            left = left.substring(0, slash);
        }
        if (prefix4 < 0 || prefix6 < 0) {
            return null;
        }
        if (left.isEmpty()) {
            return new Mechanism.Hosts(exchangers, null, prefix4, prefix6);
        }
        MacroText domain = left.startsWith(":") ? MacroText.parseDomain(left.substring(1)) : null;
        return domain == null ? null : new Mechanism.Hosts(exchangers, domain, prefix4, prefix6);
    }

    private static @Nullable Mechanism network(String value, boolean ipv6) {
        int slash = value.indexOf('/');
        String text = slash < 0 ? value : value.substring(0, slash);
        int bits = ipv6 ? IPV6_BITS : IPV4_BITS;
        int prefix = slash < 0 ? bits : prefix(value.substring(slash + 1), bits);
        IpAddress address = ipv6 ? IpAddress.parseIpv6(text) : IpAddress.parseIpv4(text);
        return address == null || prefix < 0 ? null : new Mechanism.Network(address, prefix);
    }

    /** -1 when it is none of this family. */
    private static int prefix(String text, int most) {
        int prefix = IpAddress.number(text, 3);
        return prefix > most ? -1 : prefix;
    }
}
