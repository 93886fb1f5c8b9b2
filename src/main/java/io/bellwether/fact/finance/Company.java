package io.bellwether.fact.finance;

import io.bellwether.core.finance.Line;
import io.bellwether.core.finance.Statement;
import io.bellwether.core.finance.Window;
import io.bellwether.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A company's last three years.
 *
 * @param statements oldest first; each the lines of a year by name, money in millions of US dollars
 * @param marketValue of all its shares at the end of the last year, where that year's statement does not hold it
 */
record Company(
        List<Map<String, @Nullable Double>> statements,
        @Nullable Double marketValue) {

    /** @param pointer where the company stands in the request */
    List<FieldError> faults(String pointer) {
        if (statements == null || statements.size() != Window.YEARS) {
            return List.of(new FieldError(
                    pointer + "/statements", "Give the statements of " + Window.YEARS + " years, oldest first."));
        }
        List<FieldError> faults = new ArrayList<>();
        for (int year = 0; year < Window.YEARS; year++) {
            String where = pointer + "/statements/" + year;
            Map<String, @Nullable Double> lines = statements.get(year);
            if (lines == null) {
                faults.add(new FieldError(where, "Give the lines of this year."));
                continue;
            }
            lines.forEach((key, value) -> {
                if (Line.find(key).isEmpty()) {
                    faults.add(new FieldError(where + "/" + key, "There is no such line; there are " + keys() + "."));
                } else if (value != null && !Double.isFinite(value)) {
                    faults.add(new FieldError(where + "/" + key, "Must be a number."));
                }
            });
        }
        return faults;
    }

    /** Only where there are no {@link #faults}. */
    Window window() {
        List<Statement> years =
                new ArrayList<>(statements.stream().map(Company::statement).toList());
        Statement last = years.removeLast();
        years.add(
                marketValue == null || last.lines().containsKey(Line.MARKET_VALUE)
                        ? last
                        : last.with(Line.MARKET_VALUE, marketValue));
        return new Window(years);
    }

    private static Statement statement(Map<String, @Nullable Double> lines) {
        Map<Line, Double> known = new EnumMap<>(Line.class);
        lines.forEach((key, value) -> {
            if (value != null) {
                Line.find(key).ifPresent(line -> known.put(line, value));
            }
        });
        return new Statement(known);
    }

    private static String keys() {
        return Arrays.stream(Line.values()).map(Line::key).collect(Collectors.joining(", "));
    }
}
