package io.bellwether.fact.finance;

import io.bellwether.fact.finance.sheet.Cell;
import io.bellwether.fact.finance.sheet.Sheet;
import io.bellwether.platform.Problem.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What cells say, strictly: {@code 1,234} is a thousand to some and little more than one to others, so it is refused. */
final class CellReader {

    static final int MOST_FAULTS = 100;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,16}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST_QUOTE = 40;

    /** As days since the first that spreadsheets know: 1927 to 2119; anything else was not meant as a date. */
    private static final int FIRST_DAY = 10_000;

    private static final int LAST_DAY = 80_000;

    private final Sheet sheet;
    private final List<FieldError> faults;

    CellReader(Sheet sheet, List<FieldError> faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    /** Null, and a fault, when it is none. */
    @Nullable Double number(Cell cell) {
        if (NUMBER.matcher(cell.text()).matches()) {
            return Double.valueOf(cell.text());
        }
        fault(
                cell,
                quoted(cell)
                        + " is not a number. Write digits with a point before the decimals and nothing else, as -1234.5; leave the"
                        + " cell empty when it is not known.");
        return null;
    }

    /** Null, and a fault, when it is none. */
    @Nullable LocalDate date(Cell cell) {
        LocalDate day = cell.number() ? counted(cell.text()) : written(cell.text());
        if (day == null) {
            fault(cell, quoted(cell) + " is not a date. Write the day as 2025-12-31, or format the cell as a date.");
        }
        return day;
    }

    /** Null, and a fault, when it is none. */
    @Nullable StatementUnit unit(Cell cell) {
        String name = cell.text().toUpperCase(Locale.ROOT);
        for (StatementUnit unit : StatementUnit.values()) {
            if (unit.name().equals(name)) {
                return unit;
            }
        }
        fault(
                cell,
                quoted(cell) + " is not a unit. There are "
                        + Arrays.stream(StatementUnit.values())
                                .map(StatementUnit::name)
                                .collect(Collectors.joining(", "))
                        + ".");
        return null;
    }

    void fault(Cell cell, String detail) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sheet.fault(cell, detail));
        }
    }

    static String quoted(Cell cell) {
        String text = cell.text();
        return "'" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text) + "'";
    }

    private @Nullable LocalDate counted(String text) {
        LocalDate dayZero = sheet.dayZero();
        if (dayZero == null || !NUMBER.matcher(text).matches()) {
            return null;
        }
        double days = Double.parseDouble(text);
        return days >= FIRST_DAY && days <= LAST_DAY ? dayZero.plusDays((long) days) : null;
    }

    private static @Nullable LocalDate written(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
