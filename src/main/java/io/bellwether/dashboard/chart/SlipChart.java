package io.bellwether.dashboard.chart;

import io.bellwether.core.score.slip.Crossing;
import io.bellwether.core.score.slip.Slip;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The viability index over many days with what is known of its slip, and on to where it is heading. The drawing is
 * {@value HistoryChart#WIDTH} by {@value HistoryChart#HEIGHT} and may be stretched: it holds no text.
 *
 * @param line SVG path data of the index; empty without a value
 * @param area the same line closed down to the bottom
 * @param floor SVG path data of the lowest index that is good enough
 * @param marks what is known of the slip; null where there is none
 * @param summary the same in words
 * @param to the last day drawn, which lies ahead where the index is heading for its floor
 */
public record SlipChart(
        String line, String area, String floor, @Nullable Marks marks, String summary, LocalDate from, LocalDate to) {

    private static final int MOST_DAYS_AHEAD = 400;

    /**
     * SVG path data.
     *
     * @param begin of the slip, from top to bottom
     * @param usual the level before it
     * @param level the level since then
     * @param projection from that level to the floor; empty where it is not heading there
     * @param interval on the floor, when it may get there
     */
    public record Marks(String begin, String usual, String level, String projection, String interval) {}

    /**
     * @param days oldest first, without holes, at least one
     * @param floor 0 to 100
     */
    public static SlipChart of(List<Day> days, int floor, @Nullable Slip slip) {
        LocalDate first = days.getFirst().date();
        LocalDate today = days.getLast().date();
        LocalDate end = end(today, slip == null ? null : slip.crossing());
        Scale across = new Scale(0, Math.max(1, ChronoUnit.DAYS.between(first, end)), 0, HistoryChart.WIDTH);
        Scale up = new Scale(0, 100, HistoryChart.HEIGHT, 0);
        List<@Nullable Integer> values = new ArrayList<>();
        days.forEach(day -> values.add(day.index()));
        return new SlipChart(
                Path.line(values, across, up),
                HistoryChart.area(values, across, up),
                level(up.at(floor), 0, HistoryChart.WIDTH),
                slip == null ? null : marks(slip, new Place(first, end, across, up), today),
                summary(days, floor, slip),
                first,
                end);
    }

    public boolean empty() {
        return line.isEmpty();
    }

    /** Where a day stands. */
    private record Place(LocalDate first, LocalDate last, Scale across, Scale up) {

        double x(LocalDate day) {
            LocalDate drawn = day.isBefore(first) ? first : day.isAfter(last) ? last : day;
            return across.at((double) ChronoUnit.DAYS.between(first, drawn));
        }
    }

    private static LocalDate end(LocalDate today, @Nullable Crossing crossing) {
        if (crossing == null) {
            return today;
        }
        LocalDate latest = Objects.requireNonNullElse(crossing.to(), today.plusDays(MOST_DAYS_AHEAD));
        LocalDate wanted = latest.isBefore(crossing.date()) ? crossing.date() : latest;
        return wanted.isAfter(today.plusDays(MOST_DAYS_AHEAD)) ? today.plusDays(MOST_DAYS_AHEAD) : wanted;
    }

    private static Marks marks(Slip slip, Place place, LocalDate today) {
        double begin = place.x(slip.since());
        double now = place.x(today);
        double level = place.up().at(slip.level());
        double floor = place.up().at(slip.floor());
        Crossing crossing = slip.crossing();
        return new Marks(
                "M" + Scale.text(begin) + " 0V" + HistoryChart.HEIGHT,
                level(place.up().at(slip.usual()), 0, begin),
                level(level, begin, now),
                crossing == null
                        ? ""
                        : "M" + Scale.text(now) + " " + Scale.text(level) + "L" + Scale.text(place.x(crossing.date()))
                                + " " + Scale.text(floor),
                crossing == null
                        ? ""
                        : level(
                                floor,
                                place.x(crossing.from()),
                                place.x(Objects.requireNonNullElse(crossing.to(), place.last()))));
    }

    private static String level(double y, double from, double to) {
        return "M" + Scale.text(from) + " " + Scale.text(y) + "H" + Scale.text(to);
    }

    private static String summary(List<Day> days, int floor, @Nullable Slip slip) {
        String course = HistoryChart.summary(days) + " Good enough from " + floor + ".";
        if (slip == null) {
            return course;
        }
        Crossing crossing = slip.crossing();
        return course + " Slipping since " + slip.since() + ", usual " + Scale.text(slip.usual()) + ", since then "
                + Scale.text(slip.level()) + "."
                + (crossing == null ? "" : " Heading for " + floor + " around " + crossing.date() + ".");
    }
}
