package io.bellwether.core.finance;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One year of a company's statements. A line that is absent is not known, which is not the same as zero.
 *
 * @param lines finite numbers, in the unit of each {@link Line}
 */
public record Statement(Map<Line, Double> lines) {

    /** @throws IllegalArgumentException when a number is not finite */
    public Statement {
        EnumMap<Line, Double> copy = new EnumMap<>(Line.class);
        copy.putAll(lines);
        copy.forEach((line, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(line.key() + " is not a finite number");
            }
        });
        lines = Map.copyOf(copy);
    }

    @Nullable Double get(Line line) {
        return lines.get(line);
    }

    /** The same with a line more, or another number in it. */
    public Statement with(Line line, double value) {
        EnumMap<Line, Double> copy = new EnumMap<>(Line.class);
        copy.putAll(lines);
        copy.put(line, value);
        return new Statement(copy);
    }
}
