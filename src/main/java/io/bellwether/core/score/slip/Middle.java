package io.bellwether.core.score.slip;

import java.util.Arrays;
import java.util.Collection;

/** The median, which a few outliers do not move. */
final class Middle {

    private Middle() {}

    /** @param values at least one; sorted by this */
    static double of(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    static double of(Collection<Week> weeks) {
        return of(weeks.stream().mapToDouble(Week::median).toArray());
    }
}
