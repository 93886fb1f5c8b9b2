package io.bellwether.health.backtest;

import io.bellwether.core.score.backtest.Outcome;
import io.bellwether.core.score.backtest.Threshold.Figure;
import io.bellwether.health.backtest.Drawing.Anchor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By threshold of the financial score: how many days ahead failures were foretold, and how many alarms were false. */
final class ThresholdDiagram {

    private static final int LINES = 4;
    private static final double LEAST_TOP_DAYS = 40;
    private static final double LEAST_TOP_ALARMS = 0.1;

    private final Drawing drawing;
    private final List<Outcome> outcomes;
    private final Frame days;
    private final Frame alarms;

    /** @param top where in the drawing it begins */
    ThresholdDiagram(Drawing drawing, List<Outcome> thresholds, double left, double top, double width, double height) {
        this.drawing = drawing;
        this.outcomes = thresholds.stream()
                .filter(outcome -> outcome.threshold().figure() == Figure.FINANCIAL_SCORE)
                .toList();
        double mostDays =
                LEAST_TOP_DAYS * Math.ceil(most(outcome -> asDouble(outcome.medianLead()), 1) / LEAST_TOP_DAYS);
        double mostAlarms = most(Outcome::falseAlarmsPerYear, LEAST_TOP_ALARMS);
        this.days = new Frame(left, top, width, height, 95, 5, mostDays);
        this.alarms = new Frame(left, top, width, height, 95, 5, mostAlarms);
    }

    void draw() {
        for (int i = 0; i <= LINES; i++) {
            double share = (double) i / LINES;
            double y = days.y(share * days.toY());
            drawing.line(days.left(), y, days.right(), y, Drawing.FAINT, 1);
            drawing.text(
                    days.left() - 8, y + 4, String.valueOf(Math.round(share * days.toY())), Anchor.END, Drawing.BLUE);
            drawing.text(
                    days.right() + 8,
                    y + 4,
                    String.format(Locale.ROOT, "%.2f", share * alarms.toY()),
                    Anchor.START,
                    Drawing.RED);
        }
        drawing.text(days.left(), days.top() - 12, "days ahead, median of the foretold", Anchor.START, Drawing.BLUE);
        drawing.text(days.right(), days.top() - 12, "false alarms per vendor-year", Anchor.END, Drawing.RED);
        outcomes.forEach(this::column);
        drawing.text(
                (days.left() + days.right()) / 2,
                days.bottom() + 38,
                "warned when the financial score is below; in brackets, failures foretold",
                Anchor.MIDDLE,
                Drawing.INK);
        curve(days, outcome -> asDouble(outcome.medianLead()), Drawing.BLUE);
        curve(alarms, Outcome::falseAlarmsPerYear, Drawing.RED);
    }

    private void column(Outcome outcome) {
        drawing.text(
                days.x(limit(outcome)),
                days.bottom() + 18,
                limit(outcome) + " (" + outcome.hits().size() + " of " + outcome.failures() + ")",
                Anchor.MIDDLE,
                Drawing.INK);
    }

    /** With a gap where there is no value. */
    private void curve(Frame frame, Function<Outcome, @Nullable Double> figure, String colour) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (Outcome outcome : outcomes) {
            Double value = figure.apply(outcome);
            if (value != null) {
                double x = frame.x(limit(outcome));
                double y = frame.y(value);
                path.append(drawn ? "L" : "M")
                        .append(Drawing.number(x))
                        .append(' ')
                        .append(Drawing.number(y));
                drawing.dot(x, y, colour);
            }
            drawn = value != null;
        }
        if (!path.isEmpty()) {
            drawing.path(path.toString(), colour);
        }
    }

    private double most(Function<Outcome, @Nullable Double> figure, double least) {
        return outcomes.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(value -> Objects.requireNonNull(value))
                .reduce(least, Math::max);
    }

    private static int limit(Outcome outcome) {
        return Objects.requireNonNull(outcome.threshold().limit());
    }

    private static @Nullable Double asDouble(@Nullable Long value) {
        return value == null ? null : (double) value;
    }
}
