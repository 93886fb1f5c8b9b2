package io.bellwether.dashboard.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small line of the viability index, one value per day, oldest first, in a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param line SVG path data; empty without a value
 * @param summary the same in words
 */
public record Sparkline(String line, String summary) {

    public static final int WIDTH = 96;
    public static final int HEIGHT = 24;

    private static final int MARGIN = 3;
    /** A wobble of a few points must not look like a cliff. */
    private static final int LEAST_RANGE = 30;

    /** @param values 0 to 100; null for a day without an assessment */
    public static Sparkline of(List<@Nullable Integer> values) {
        List<Integer> known = values.stream()
                .filter(Objects::nonNull)
                .map(Integer.class::cast)
                .toList();
        if (known.isEmpty()) {
            return new Sparkline("", "no history yet");
        }
        Scale across = new Scale(0, Math.max(1, values.size() - 1), MARGIN, WIDTH - MARGIN);
        return new Sparkline(Path.line(values, across, upward(known)), summary(known));
    }

    public boolean empty() {
        return line.isEmpty();
    }

    private static Scale upward(List<Integer> known) {
        int low = known.stream().mapToInt(Integer::intValue).min().orElse(0);
        int high = known.stream().mapToInt(Integer::intValue).max().orElse(100);
        double slack = Math.max(0, LEAST_RANGE - (high - low)) / 2.0;
        double bottom = Math.max(0, Math.min(low - slack, 100 - LEAST_RANGE));
        double top = Math.min(100, Math.max(high + slack, LEAST_RANGE));
        return new Scale(bottom, top, HEIGHT - MARGIN, MARGIN);
    }

    private static String summary(List<Integer> known) {
        if (IntStream.range(0, known.size()).allMatch(i -> known.get(i).equals(known.getFirst()))) {
            return "steady at " + known.getFirst();
        }
        return "from " + known.getFirst() + " to " + known.getLast();
    }
}
