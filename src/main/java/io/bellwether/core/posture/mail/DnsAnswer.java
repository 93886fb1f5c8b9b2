package io.bellwether.core.posture.mail;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What our resolver said to one question.
 *
 * @param name what was asked for, in lower case, without the dot at its end
 * @param type TXT, SPF, MX, A, AAAA or PTR
 * @param exists whether there is such a name
 * @param records how many records of this type it has that matter; of addresses 1 stands for any number in kept evidence
 * @param values what they hold, as far as it matters and fits: a text with one character for each byte, {@code 10 mx.example.com},
 *     an address, a name
 * @param unanswered why it cannot be told, one sentence; null when it can
 */
public record DnsAnswer(
        String name,
        String type,
        boolean exists,
        int records,
        List<String> values,
        @Nullable String unanswered) {

    /** A text of this many characters was longer and has been cut. */
    public static final int LONGEST_TEXT = 8_192;

    public DnsAnswer {
        name = plain(name);
        values = List.copyOf(values);
    }

    public static DnsAnswer found(String name, String type, List<String> values) {
        return new DnsAnswer(name, type, true, values.size(), values, null);
    }

    /** @param exists whether the name has records of other types */
    public static DnsAnswer nothing(String name, String type, boolean exists) {
        return new DnsAnswer(name, type, exists, 0, List.of(), null);
    }

    public static DnsAnswer unanswered(String name, String type, String reason) {
        return new DnsAnswer(name, type, false, 0, List.of(), reason);
    }

    /** A name as answers bear it: in lower case, without the dot at its end. */
    public static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    public boolean found() {
        return records > 0;
    }

    /** Whether there surely is no such record. */
    public boolean absent() {
        return records == 0 && unanswered == null;
    }
}
