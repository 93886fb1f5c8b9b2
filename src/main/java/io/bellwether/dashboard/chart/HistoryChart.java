package io.bellwether.dashboard.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The viability index over many days and the availability of each of them. The drawing is {@value #WIDTH} by
 * {@value #HEIGHT} and may be stretched: it holds no text.
 *
 * @param line SVG path data of the index; empty without a value
 * @param area the same line closed down to the bottom
 * @param cells one per day, oldest first
 * @param summary the same in words
 */
public record HistoryChart(String line, String area, List<Cell> cells, String summary, LocalDate from, LocalDate to) {

    public static final int WIDTH = 900;
    public static final int HEIGHT = 160;

    /** A day's availability as a colour class and in words. */
    public record Cell(
            String x,
            String width,
            LocalDate date,
            Level level,
            @Nullable Double availability) {}

    public enum Level {
        FULL,
        GOOD,
        FAIR,
        POOR,
        UNKNOWN;

        static Level of(@Nullable Double availability) {
            if (availability == null) {
                return UNKNOWN;
            }
            if (availability >= 1) {
                return FULL;
            }
            if (availability >= 0.999) {
                return GOOD;
            }
            return availability >= 0.98 ? FAIR : POOR;
        }
    }

    /** @param days oldest first, without holes, at least one */
    public static HistoryChart of(List<Day> days) {
        double slot = (double) WIDTH / days.size();
        List<@Nullable Integer> values = new ArrayList<>();
        days.forEach(day -> values.add(day.index()));
        Scale across = new Scale(0, Math.max(1, days.size() - 1), slot / 2, WIDTH - slot / 2);
        Scale up = new Scale(0, 100, HEIGHT, 0);
        return new HistoryChart(
                Path.line(values, across, up),
                area(values, across, up),
                cells(days, slot),
                summary(days),
                days.getFirst().date(),
                days.getLast().date());
    }

    public boolean empty() {
        return line.isEmpty() && cells.stream().allMatch(cell -> cell.level() == Level.UNKNOWN);
    }

    public LocalDate middle() {
        return cells.get(cells.size() / 2).date();
    }

    /** One closed shape per run of known days. */
    static String area(List<@Nullable Integer> values, Scale across, Scale up) {
        StringBuilder path = new StringBuilder();
        for (int begin = 0; begin < values.size(); begin++) {
            if (values.get(begin) == null) {
                continue;
            }
            int end = begin;
            while (end + 1 < values.size() && values.get(end + 1) != null) {
                end++;
            }
            path.append("M").append(Scale.text(across.at(begin))).append(" ").append(HEIGHT);
            for (int i = begin; i <= end; i++) {
                path.append("L").append(Scale.text(across.at(i))).append(" ");
                path.append(Scale.text(up.at(Objects.requireNonNull(values.get(i)))));
            }
            path.append("L")
                    .append(Scale.text(across.at(end)))
                    .append(" ")
                    .append(HEIGHT)
                    .append("Z");
            begin = end;
        }
        return path.toString();
    }

    private static List<Cell> cells(List<Day> days, double slot) {
        double gap = Math.min(2, slot / 4);
        return IntStream.range(0, days.size())
                .mapToObj(i -> {
                    Day day = days.get(i);
                    return new Cell(
                            Scale.text(i * slot + gap / 2),
                            Scale.text(slot - gap),
                            day.date(),
                            Level.of(day.availability()),
                            day.availability());
                })
                .toList();
    }

    static String summary(List<Day> days) {
        List<Integer> known = days.stream()
                .map(Day::index)
                .filter(Objects::nonNull)
                .map(Integer.class::cast)
                .toList();
        if (known.isEmpty()) {
            return "The viability index has not been assessed yet.";
        }
        int lowest = known.stream().mapToInt(Integer::intValue).min().orElseThrow();
        return "Viability index over " + days.size() + " days: first " + known.getFirst() + ", now " + known.getLast()
                + ", lowest " + lowest + ".";
    }
}
