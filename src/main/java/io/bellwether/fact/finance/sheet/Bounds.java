package io.bellwether.fact.finance.sheet;

import io.bellwether.platform.Problem;
import java.util.List;

/** How large a table may be. */
final class Bounds {

    private Bounds() {}

    /** @throws Problem 400 when a cell stands farther out than any statement needs */
    static void check(String sheet, int row, int column) {
        if (row > Sheet.MOST_ROWS || column > Sheet.MOST_COLUMNS) {
            throw Problem.invalid(List.of(new Sheet(sheet, null, List.of())
                    .fault(
                            row,
                            column,
                            "A sheet may have " + Sheet.MOST_ROWS + " rows and " + Sheet.MOST_COLUMNS
                                    + " columns; remove what is beyond.")));
        }
    }
}
