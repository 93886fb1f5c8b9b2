package io.bellwether.core.finance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of one of the years that a figure is made of.
 *
 * @param year as in {@link Window}
 */
record Need(int year, Line line) {

    static List<Need> last(Line... lines) {
        return in(Window.LAST, lines);
    }

    static List<Need> lastTwo(Line... lines) {
        return Stream.concat(in(Window.BEFORE, lines).stream(), in(Window.LAST, lines).stream())
                .toList();
    }

    static List<Need> all(Line... lines) {
        return Stream.concat(in(Window.FIRST, lines).stream(), lastTwo(lines).stream())
                .toList();
    }

    private static List<Need> in(int year, Line... lines) {
        return Arrays.stream(lines).map(line -> new Need(year, line)).toList();
    }

    /** Where it stands in a request: {@code statements/2/netIncome}. */
    String pointer() {
        return "statements/" + year + "/" + line.key();
    }
}
