package io.bellwether.core.posture.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that a message leads to: macros, and the names of the sending address (RFC 7208, 5.5 and 7). */
final class SpfNames {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_EXPLANATION = 1_000;
    private static final int MOST_POINTERS = 10;

    private final SpfMessage message;
    private final Questions dns;
    private @Nullable DnsAnswer pointers;
    private @Nullable List<String> validated;

    SpfNames(SpfMessage message, Questions dns) {
        this.message = message;
        this.dns = dns;
    }

    String expand(MacroText text, String domain) throws SpfError {
        return text.expandDomain(letter -> value(letter, domain));
    }

    /** The words for a failure; null when there are none that can be used. */
    @Nullable String explanation(@Nullable MacroText where, String domain) throws SpfError {
        String name = where == null ? "" : expand(where, domain);
        if (!askable(name)) {
            return null;
        }
        DnsAnswer answer = dns.ask(name, "TXT");
        MacroText text =
                answer.values().size() == 1 ? MacroText.parse(answer.values().getFirst(), true) : null;
        if (text == null) {
            return null;
        }
        return text.expand(letter -> value(letter, domain), LONGEST_EXPLANATION);
    }

    String addressType() {
        return message.ip().ipv6() ? "AAAA" : "A";
    }

    boolean holds(DnsAnswer answer, int prefix) {
        return answer.values().stream().anyMatch(value -> {
            IpAddress address = IpAddress.parse(value);
            return address != null && message.ip().within(address, prefix);
        });
    }

    DnsAnswer pointers() {
        if (pointers == null) {
            pointers = dns.ask(message.ip().reverseName(), "PTR");
        }
        return pointers;
    }

    /** The names of the sending address that lead back to it. */
    List<String> validated() {
        if (validated == null) {
            int bits = message.ip().ipv6() ? 128 : 32;
            validated = pointers().values().stream()
                    .limit(MOST_POINTERS)
                    .filter(SpfNames::askable)
                    .filter(name -> holds(dns.ask(name, addressType()), bits))
                    .toList();
        }
        return validated;
    }

    /** Whether DNS can be asked for a name: labels of 1 to 63 characters, 253 in all. */
    static boolean askable(String name) {
        int begun = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                if (i == begun || i - begun > LONGEST_LABEL) {
                    return false;
                }
                begun = i + 1;
            }
        }
        return name.length() <= LONGEST_NAME;
    }

    static boolean hasDot(String name) {
        return name.indexOf('.') >= 0;
    }

    private String value(char letter, String domain) {
        return switch (letter) {
            case 's' -> message.localPart() + "@" + message.senderDomain();
            case 'l' -> message.localPart();
            case 'o' -> message.senderDomain();
            case 'd' -> domain;
            case 'i' -> message.ip().dotted();
            case 'p' -> validatedName(domain);
            case 'v' -> message.ip().ipv6() ? "ip6" : "in-addr";
            case 'h' -> message.helo();
            case 'c' -> message.ip().toString();
            case 't' -> Long.toString(message.at().getEpochSecond());
            default -> "unknown";
        };
    }

    /** The domain itself before one below it before any other. */
    private String validatedName(String domain) {
        List<String> all = validated();
        if (all.contains(domain)) {
            return domain;
        }
        return all.stream()
                .filter(name -> name.endsWith("." + domain))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse("unknown");
    }
}
