package io.bellwether.dashboard.chart;

import io.bellwether.core.Phases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of one exchange went, as segments of a bar that is {@value #WIDTH} wide.
 *
 * @param segments in the order in which they happened; a phase that did not happen has none
 */
public record PhaseBar(List<Segment> segments) {

    public static final int WIDTH = 100;

    /**
     * @param phase lower-case name
     * @param milliseconds how long it took
     */
    public record Segment(String phase, String x, String width, double milliseconds) {}

    public static PhaseBar of(Phases phases) {
        double total = sum(phases.dns(), phases.connect(), phases.tls(), phases.firstByte(), phases.transfer());
        List<Segment> segments = new ArrayList<>();
        double begin = 0;
        begin = append(segments, "dns", phases.dns(), begin, total);
        begin = append(segments, "connect", phases.connect(), begin, total);
        begin = append(segments, "tls", phases.tls(), begin, total);
        begin = append(segments, "first byte", phases.firstByte(), begin, total);
        append(segments, "transfer", phases.transfer(), begin, total);
        return new PhaseBar(List.copyOf(segments));
    }

    public boolean empty() {
        return segments.isEmpty();
    }

    /** The same in words. */
    public String summary() {
        return segments.stream()
                .map(segment -> segment.phase() + " " + Milliseconds.text(segment.milliseconds()))
                .collect(Collectors.joining(", "));
    }

    private static double append(
            List<Segment> segments, String phase, @Nullable Double milliseconds, double begin, double total) {
        if (milliseconds == null || total <= 0) {
            return begin;
        }
        double width = milliseconds / total * WIDTH;
        segments.add(new Segment(phase, Scale.text(begin), Scale.text(width), milliseconds));
        return begin + width;
    }

    private static double sum(@Nullable Double... durations) {
        double total = 0;
        for (Double duration : durations) {
            total += duration == null ? 0 : duration;
        }
        return total;
    }
}
