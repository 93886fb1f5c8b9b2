package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy record (RFC 9989, 4.7). A value that cannot be read is as good as absent, and a fault.
 *
 * @param policy for the domain; null when absent or unreadable
 * @param subdomains for names below it that exist; null as above
 * @param nonexistent for names below it that do not exist; null as above
 * @param readable whether the tags of the three policies are there or rightly absent
 * @param publicSuffix {@code y}, {@code n} or {@code u}
 * @param testing whether receivers are asked to do one level less
 * @param strictDkim whether signatures must be of the very domain
 * @param strictSpf whether senders must be of the very domain
 * @param aggregate where aggregate reports go
 * @param failure where failure reports go
 * @param failureOptions when to send the latter: of 0, 1, d and s
 * @param obsolete tags of RFC 7489 that mean nothing any more, in order
 * @param faults one sentence each
 */
record DmarcRecord(
        @Nullable DmarcPolicy policy,
        @Nullable DmarcPolicy subdomains,
        @Nullable DmarcPolicy nonexistent,
        boolean readable,
        char publicSuffix,
        boolean testing,
        boolean strictDkim,
        boolean strictSpf,
        List<ReportAddress> aggregate,
        List<ReportAddress> failure,
        String failureOptions,
        List<String> obsolete,
        List<String> faults) {

    private static final String VERSION = "DMARC1";
    private static final Set<String> OBSOLETE = Set.of("pct", "rf", "ri");

    /** Whether a text claims to be such a record; others are discarded (RFC 9989, 4.10, step 2). */
    static boolean isDmarc(String text) {
        return TagList.begins(text, VERSION);
    }

    /** Reads whatever it is given; what it cannot read is a fault. */
    static DmarcRecord parse(String text) {
        TagList list = TagList.parse(text);
        List<String> faults = new ArrayList<>(list.faults());
        if (!list.begins(VERSION)) {
            faults.add("It does not begin with v=DMARC1.");
        }
        DmarcPolicy policy = policy(list, "p", faults);
        DmarcPolicy subdomains = policy(list, "sp", faults);
        DmarcPolicy nonexistent = policy(list, "np", faults);
        boolean readable = policy != null
                && (subdomains == null) == (list.get("sp") == null)
                && (nonexistent == null) == (list.get("np") == null);
        return new DmarcRecord(
                policy,
                subdomains,
                nonexistent,
                readable,
                choice(list, "psd", "uyn", faults),
                choice(list, "t", "ny", faults) == 'y',
                choice(list, "adkim", "rs", faults) == 's',
                choice(list, "aspf", "rs", faults) == 's',
                addresses(list, "rua", faults),
                addresses(list, "ruf", faults),
                failureOptions(list, faults),
                list.tags().keySet().stream().filter(OBSOLETE::contains).toList(),
                List.copyOf(faults));
    }

    /** Whether receivers act on it at all: without a readable policy only where it asks for reports (RFC 9989, 4.10.1). */
    boolean applies() {
        return readable || !aggregate.isEmpty();
    }

    /** For the domain it is published at. */
    DmarcPolicy own() {
        return readable && policy != null ? policy : DmarcPolicy.NONE;
    }

    /** For a name below it that exists. */
    DmarcPolicy below() {
        return readable && subdomains != null ? subdomains : own();
    }

    /** For a name below it that does not exist. */
    DmarcPolicy belowNothing() {
        return readable && nonexistent != null ? nonexistent : below();
    }

    private static @Nullable DmarcPolicy policy(TagList list, String tag, List<String> faults) {
        String value = list.get(tag);
        DmarcPolicy policy = DmarcPolicy.of(value);
        if (value != null && policy == null) {
            faults.add(tag + " cannot be " + Words.quoted(value) + ".");
        }
        return policy;
    }

    /** @param choices single letters, the one that holds when the tag is absent or wrong first */
    private static char choice(TagList list, String tag, String choices, List<String> faults) {
        String value = list.get(tag);
        if (value == null) {
            return choices.charAt(0);
        }
        int at = value.length() == 1 ? choices.indexOf(value.toLowerCase(Locale.ROOT)) : -1;
        if (at < 0) {
            faults.add(tag + " cannot be " + Words.quoted(value) + ".");
        }
        return choices.charAt(Math.max(0, at));
    }

    private static List<ReportAddress> addresses(TagList list, String tag, List<String> faults) {
        String value = list.get(tag);
        if (value == null) {
            return List.of();
        }
        List<ReportAddress> found = ReportAddress.parse(value);
        if (found.size() != value.split(",", -1).length) {
            faults.add("Not all addresses of " + tag + " can be read.");
        }
        return found;
    }

    /** Letters and digits between colons, each once, 0 and 1 not together. */
    private static String failureOptions(TagList list, List<String> faults) {
        String value = list.get("fo");
        if (value == null) {
            return "0";
        }
        StringBuilder options = new StringBuilder();
        for (String part : value.toLowerCase(Locale.ROOT).split(":", -1)) {
            String option = part.strip();
            boolean known = option.length() == 1 && "01ds".contains(option);
            if (!known || options.indexOf(option) >= 0) {
                faults.add("fo cannot be " + Words.quoted(value) + ".");
                return "0";
            }
            options.append(option);
        }
        if (options.indexOf("0") >= 0 && options.indexOf("1") >= 0) {
            faults.add("fo cannot be 0 and 1 at once.");
            return "0";
        }
        return options.toString();
    }
}
