package io.bellwether.dashboard.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** SVG path data of a line that has gaps where a value is missing. */
final class Path {

    private Path() {}

    /** A lone value between two gaps becomes a stroke without length, which a round cap shows as a dot. */
    static String line(List<@Nullable Integer> values, Scale across, Scale up) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Integer value = values.get(i);
            if (value == null) {
                drawing = false;
                continue;
            }
            String point = Scale.text(across.at(i)) + " " + Scale.text(up.at(value));
            boolean alone = !drawing && (i + 1 == values.size() || values.get(i + 1) == null);
            path.append(drawing ? "L" : "M").append(point);
            if (alone) {
                path.append("h0");
            }
            drawing = true;
        }
        return path.toString();
    }
}
