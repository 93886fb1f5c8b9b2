package io.bellwether.probe.certificates;

import io.bellwether.probe.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who issued a certificate.
 *
 * @param name as people know it, else its distinguished name
 * @param organisation of its distinguished name; empty where that has none
 * @param caaDomains what stands for it in CAA records, in lower case
 */
record Authority(String name, String organisation, List<String> caaDomains) {

    private static final int LONGEST = 200;

    static Authority of(Issuance.@Nullable Issuer issuer) {
        if (issuer == null) {
            return new Authority("an authority that is not named", "", List.of());
        }
        String distinguished = Objects.requireNonNullElse(issuer.name(), "");
        String friendly = Objects.requireNonNullElse(issuer.friendlyName(), distinguished);
        return new Authority(
                Printable.start(friendly, LONGEST),
                Printable.start(organisation(distinguished), LONGEST),
                issuer.caaDomains().stream()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** @param expected names, organisations or CAA domains, without regard to case */
    boolean isAmong(List<String> expected) {
        return expected.stream().map(String::strip).anyMatch(this::is);
    }

    private boolean is(String text) {
        return text.equalsIgnoreCase(name)
                || text.equalsIgnoreCase(organisation)
                || caaDomains.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The value of {@code O=}, in quotes or up to the next comma. */
    private static String organisation(String distinguished) {
        int at = distinguished.startsWith("O=") ? 0 : distinguished.indexOf(", O=");
        if (at < 0) {
            return "";
        }
        String rest = distinguished.substring(distinguished.indexOf('=', at) + 1);
        boolean quoted = rest.startsWith("\"");
        String value = quoted ? rest.substring(1) : rest;
        int end = value.indexOf(quoted ? '"' : ',');
        return (end < 0 ? value : value.substring(0, end)).strip();
    }
}
