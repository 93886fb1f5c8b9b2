package io.bellwether.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures so far, as a table. */
final class Report {

    private record Line(String figure, String toReach, String ours, String peer, String met) {}

    private final List<Line> lines = new ArrayList<>();

    /** A figure of ours that must not exceed a share of blackbox + Prometheus'. */
    void ratio(String figure, double share, double ours, double peer, String unit) {
        ratio(figure, share, ours, "blackbox + Prometheus", peer, unit);
    }

    /** A figure of ours that must not exceed a share of the named peer's. */
    void ratio(String figure, double share, double ours, String name, double peer, String unit) {
        double ratio = ours / peer;
        add(
                figure,
                text("at most %.1f × %s", share, name),
                text("%s %s (%.2f ×)", number(ours), unit, ratio),
                text("%s %s", number(peer), unit),
                ratio <= share);
    }

    /** A figure that must not exceed a bound. */
    void atMost(String figure, double bound, double ours, String unit) {
        add(figure, text("at most %s %s", number(bound), unit), text("%s %s", number(ours), unit), "", ours <= bound);
    }

    void atMost(String figure, long bound, long ours, String unit) {
        atMost(figure, (double) bound, (double) ours, unit);
    }

    /** A figure that must reach a bound. */
    void atLeast(String figure, double bound, double ours, String unit) {
        add(figure, text("at least %s %s", number(bound), unit), text("%s %s", number(ours), unit), "", ours >= bound);
    }

    /** A figure that nothing is demanded of. */
    void told(String figure, String ours, String peer) {
        lines.add(new Line(figure, "", ours, peer, ""));
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| figure | to reach | Bellwether | blackbox + Prometheus | met |\n|---|---|---|---|---|\n");
        lines.forEach(line -> table.append(String.join(
                        " | ", "| " + line.figure(), line.toReach(), line.ours(), line.peer(), line.met() + " |"))
                .append('\n'));
        return table.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be the only reason for its library.
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static String number(double value) {
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 100;
        return text(whole ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    private void add(String figure, String toReach, String ours, String peer, boolean met) {
        lines.add(new Line(figure, toReach, ours, peer, met ? "yes" : "no"));
    }
}
