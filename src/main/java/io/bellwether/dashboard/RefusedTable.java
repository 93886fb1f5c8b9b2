package io.bellwether.dashboard;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a table was not taken.
 *
 * @param detail about the whole of it
 * @param faults each where it stands
 */
public record RefusedTable(String detail, List<Fault> faults) {

    /**
     * @param sheet empty for a file without sheets
     * @param cell as spreadsheets name it, such as {@code C12}
     * @param row from 1; null where it is about no row
     */
    public record Fault(String sheet, String cell, @Nullable Integer row, String detail) {}

    static RefusedTable of(Problem problem) {
        return new RefusedTable(
                problem.detail(),
                problem.errors().stream().map(RefusedTable::fault).toList());
    }

    /** A place is {@code Figures!C12} or {@code C12}; the name of a sheet may hold an exclamation mark. */
    private static Fault fault(FieldError error) {
        int mark = error.pointer().lastIndexOf('!');
        return new Fault(
                mark < 0 ? "" : error.pointer().substring(0, mark),
                error.pointer().substring(mark + 1),
                error.line(),
                error.detail());
    }
}
