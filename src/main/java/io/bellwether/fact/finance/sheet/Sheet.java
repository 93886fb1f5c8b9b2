package io.bellwether.fact.finance.sheet;

import io.bellwether.platform.Problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name of the sheet in its workbook; empty for CSV
 * @param dayZero the day that the number 0 stands for; null where dates are text
 * @param cells those with something in them, from the top, each row from the left
 */
public record Sheet(String name, @Nullable LocalDate dayZero, List<Cell> cells) {

    static final int MOST_ROWS = 1000;
    static final int MOST_COLUMNS = 100;

    /** What is wrong with a cell, with sheet, row and column. */
    public FieldError fault(Cell cell, String detail) {
        return fault(cell.row(), cell.column(), detail);
    }

    FieldError fault(int row, int column, String detail) {
        String letters = Cell.letters(column);
        String pointer = (name.isEmpty() ? "" : name + "!") + letters + row;
        String sheet = name.isEmpty() ? "Row " : "Sheet '" + name + "', row ";
        return new FieldError(pointer, sheet + row + ", column " + letters + ": " + detail, row, column);
    }
}
