package io.bellwether.core.finance;

import java.util.List;
import java.util.Objects;

/**
 * Three years of statements in a row.
 *
 * @param years oldest first
 */
public record Window(List<Statement> years) {

    public static final int YEARS = 3;

    static final int FIRST = 0;
    static final int BEFORE = 1;
    static final int LAST = 2;

    /** @throws IllegalArgumentException when there are not exactly three */
    public Window {
        if (years.size() != YEARS) {
            throw new IllegalArgumentException(years.size() + " years where " + YEARS + " are needed");
        }
        years = List.copyOf(years);
    }

    /** Of last year. Only what is {@link #missing not missing} may be asked for. */
    double last(Line line) {
        return at(LAST, line);
    }

    double before(Line line) {
        return at(BEFORE, line);
    }

    double at(int year, Line line) {
        return Objects.requireNonNull(years.get(year).get(line), line::key);
    }

    List<Need> missing(List<Need> needs) {
        return needs.stream()
                .filter(need -> years.get(need.year()).get(need.line()) == null)
                .toList();
    }
}
