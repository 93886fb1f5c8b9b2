package io.bellwether.core.finance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Statements for tests. */
final class Companies {

    private Companies() {}

    /** Three equal years of lines such as {@code totalAssets=100 netIncome=-5}. */
    static Window steady(String lines) {
        return of(lines, lines, lines);
    }

    static Window of(String first, String before, String last) {
        return new Window(List.of(statement(first), statement(before), statement(last)));
    }

    static Statement statement(String lines) {
        Map<Line, Double> known = new EnumMap<>(Line.class);
        for (String line : lines.strip().split("\\s+", -1)) {
            String[] parts = line.split("=", -1);
            known.put(
                    Line.find(parts[0]).orElseThrow(() -> new IllegalArgumentException(line)),
                    Double.valueOf(parts[1]));
        }
        return new Statement(known);
    }
}
