package io.bellwether.probe.icmp;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What came of some echo requests, as the ping program of iputils (or BusyBox) tells it.
 *
 * @param sent how many requests were sent
 * @param millis the round trip of each reply, in the order of the requests; repeated replies do not count
 * @param trouble what ping says of itself and the network here, empty when nothing
 * @param notice what somebody on the way answered instead of the host, empty when nobody did
 */
record Echoes(int sent, List<Double> millis, String trouble, String notice) {

    private static final Pattern REPLY =
            Pattern.compile("\\b(?:icmp_)?seq=(\\d{1,9})\\b.* time[=<](\\d{1,9}(?:\\.\\d{1,6})?) ?ms");
    private static final Pattern SENT = Pattern.compile("(?m)^(\\d{1,9}) packets transmitted");
    private static final Pattern TROUBLE = Pattern.compile("(?m)^(?:\\S*/)?ping: (.*)$");
    private static final Pattern NOTICE = Pattern.compile("(?m)^From .*$");

    /** @param sentAtMost how many requests there can have been, for when ping was stopped before it could tell */
    static Echoes of(String output, int sentAtMost) {
        TreeMap<Integer, Double> replies = new TreeMap<>();
        REPLY.matcher(output)
                .results()
                .forEach(reply -> replies.putIfAbsent(Integer.valueOf(reply.group(1)), Double.valueOf(reply.group(2))));
        Matcher sent = SENT.matcher(output);
        int requests = sent.find() ? Integer.parseInt(sent.group(1)) : sentAtMost;
        return new Echoes(
                Math.max(requests, replies.size()),
                List.copyOf(replies.values()),
                TROUBLE.matcher(output)
                        .results()
                        .map(line -> line.group(1).strip())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                NOTICE.matcher(output)
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse("")
                        .strip());
    }

    int received() {
        return millis.size();
    }

    /** In percent of those sent, with one decimal. */
    double lossPercent() {
        return sent == 0 ? 100 : Math.round(1000.0 * (sent - received()) / sent) / 10.0;
    }

    /** In milliseconds; only where there was a reply. */
    double average() {
        return millis.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Whether ping may not send from here at all. */
    boolean forbidden() {
        String words = trouble.toLowerCase(Locale.ROOT);
        return words.contains("not permitted") || words.contains("permission denied");
    }

    /** Whether there is no way from here. */
    boolean unroutable() {
        return trouble.toLowerCase(Locale.ROOT).contains("unreachable");
    }
}
