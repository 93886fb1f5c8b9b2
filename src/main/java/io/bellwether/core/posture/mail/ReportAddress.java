package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where reports go.
 *
 * @param text as published
 * @param host whose mail server takes them, in lower case; empty for addresses that are not of mail
 */
record ReportAddress(String text, String host) {

    private static final int MOST = 20;
    private static final String MAIL = "mailto:";

    /** The readable ones of a comma-separated list, at most twenty. */
    static List<ReportAddress> parse(String list) {
        List<ReportAddress> found = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String text = part.strip();
            String lower = text.toLowerCase(Locale.ROOT);
            if (found.size() == MOST) {
                break;
            }
            if (lower.startsWith("https://") && lower.length() > "https://".length()) {
                found.add(new ReportAddress(text, ""));
            } else if (lower.startsWith(MAIL)) {
                mail(text, lower.substring(MAIL.length()), found);
            }
        }
        return List.copyOf(found);
    }

    boolean byMail() {
        return !host.isEmpty();
    }

    /** A size limit after an exclamation mark is of the past, and ignored (RFC 9989, 4.8). */
    private static void mail(String text, String address, List<ReportAddress> found) {
        String bare = before(before(address, '?'), '!');
        int at = bare.lastIndexOf('@');
        String host = bare.substring(at + 1);
        if (at > 0 && bare.indexOf(' ') < 0 && SpfNames.askable(host)) {
            found.add(new ReportAddress(text, host));
        }
    }

    private static String before(String text, char mark) {
        int end = text.indexOf(mark);
        return end < 0 ? text : text.substring(0, end);
    }
}
