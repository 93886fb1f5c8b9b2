package io.bellwether.fact.finance;

import io.bellwether.core.finance.Line;
import io.bellwether.core.finance.Statement;
import io.bellwether.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of a year by their names in the API; one that is null is as good as absent. */
final class Lines {

    /** In whatever unit: no sum of money comes near it, and what is made of it stays a number. */
    private static final double LARGEST = 1e15;

    private Lines() {}

    /** @param pointer where the lines stand in the request */
    static List<FieldError> faults(String pointer, Map<String, @Nullable Double> lines) {
        List<FieldError> faults = new ArrayList<>();
        lines.forEach((key, value) -> {
            if (Line.find(key).isEmpty()) {
                faults.add(new FieldError(pointer + "/" + key, "There is no such line; there are " + keys() + "."));
            } else if (value != null && !(Math.abs(value) <= LARGEST)) {
                faults.add(new FieldError(pointer + "/" + key, "Must be a number between -1e15 and 1e15."));
            }
        });
        return faults;
    }

    /** Only where there are no {@link #faults}. */
    static Statement statement(Map<String, @Nullable Double> lines) {
        Map<Line, Double> known = new EnumMap<>(Line.class);
        lines.forEach((key, value) -> {
            if (value != null) {
                Line.find(key).ifPresent(line -> known.put(line, value));
            }
        });
        return new Statement(known);
    }

    static String keys() {
        return Arrays.stream(Line.values()).map(Line::key).collect(Collectors.joining(", "));
    }
}
