package io.bellwether.fact.finance;

import io.bellwether.core.finance.Line;
import io.bellwether.fact.finance.NewStatements.Year;
import io.bellwether.fact.finance.sheet.Cell;
import io.bellwether.fact.finance.sheet.Sheet;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads statements from the one table of a file that holds {@code fiscalYearEnd}. */
final class StatementSheet {

    static final String YEAR_END = "fiscalYearEnd";
    static final List<String> HEAD = List.of("currency", "exchangeRate", "unit", "source", "asOf", "confidence");

    private static final Map<String, String> NAMES = Stream.of(
                    HEAD.stream(), Arrays.stream(Line.values()).map(Line::key))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableMap(Grid::label, name -> name));

    private final Sheet sheet;
    private final CellReader reader;
    private final Grid grid;
    private final List<FieldError> faults = new ArrayList<>();
    private final Map<String, Cell> places = new HashMap<>();
    private final Map<String, Cell> head = new HashMap<>();
    private final SortedMap<Integer, Cell> ends;
    private final Map<Integer, Map<String, Cell>> years = new LinkedHashMap<>();

    private StatementSheet(Sheet sheet, Cell corner) {
        this.sheet = sheet;
        this.reader = new CellReader(sheet, faults);
        this.grid = Grid.of(sheet, corner, NAMES.keySet());
        this.ends = grid.cells().getOrDefault(grid.header(), new TreeMap<>()).tailMap(grid.labels() + 1);
    }

    /**
     * What the file says, and where it says so.
     *
     * @param sheet that holds the statements
     * @param places the cells by pointers into the statements
     */
    record Found(NewStatements statements, Sheet sheet, Map<String, Cell> places) {

        /** A fault of the statements as one of the cell that it comes from, or of the sheet's corner. */
        FieldError placed(FieldError fault) {
            return Optional.ofNullable(places.get(fault.pointer()))
                    .or(() -> Optional.ofNullable(places.get("")))
                    .map(cell -> sheet.fault(cell, fault.detail()))
                    .orElse(fault);
        }
    }

    /** @throws Problem 400 that names sheet, row and column of each fault */
    static Found read(List<Sheet> sheets) {
        Map<Sheet, Cell> corners = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            sheet.cells().stream()
                    .filter(cell -> Grid.label(cell.text()).equals(Grid.label(YEAR_END)))
                    .forEach(cell -> {
                        if (corners.put(sheet, cell) != null) {
                            throw Problem.invalid(List.of(sheet.fault(
                                    cell, "'" + YEAR_END + "' is there twice; send a file with one table.")));
                        }
                    });
        }
        if (corners.size() != 1) {
            throw Problem.badRequest(
                    (corners.isEmpty() ? "No sheet has" : corners.size() + " sheets have") + " a cell '" + YEAR_END
                            + "', beside which the last days of the years stand; send a file with one. GET"
                            + " .../finance/statements/template?format=xlsx answers an empty one.");
        }
        Map.Entry<Sheet, Cell> table = corners.entrySet().iterator().next();
        return new StatementSheet(table.getKey(), table.getValue()).found(table.getValue());
    }

    private Found found(Cell corner) {
        places.put("", corner);
        ends.keySet().forEach(place -> years.put(place, new LinkedHashMap<>()));
        grid.cells().forEach((place, row) -> {
            if (place != grid.header()) {
                row(row);
            }
        });
        NewStatements statements = statements();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.subList(0, Math.min(faults.size(), CellReader.MOST_FAULTS)));
        }
        return new Found(statements, sheet, Map.copyOf(places));
    }

    private void row(SortedMap<Integer, Cell> row) {
        Cell label = row.get(grid.labels());
        SortedMap<Integer, Cell> values = row.tailMap(grid.labels() + 1);
        if (values.isEmpty()) {
            return; // A heading or a note.
        }
        Cell first = values.values().iterator().next();
        String name = label == null ? null : NAMES.get(Grid.label(label.text()));
        if (label == null) {
            reader.fault(first, "Has no name beside it that says what it is.");
        } else if (name == null) {
            reader.fault(
                    label,
                    "There is no line " + CellReader.quoted(label) + "; there are "
                            + Stream.concat(HEAD.stream(), Stream.of(Lines.keys()))
                                    .collect(Collectors.joining(", "))
                            + ".");
        } else if (HEAD.contains(name)) {
            head(name, first, values);
        } else {
            line(name, values);
        }
    }

    private void head(String name, Cell first, SortedMap<Integer, Cell> values) {
        values.values().stream()
                .filter(other -> !other.text().equals(first.text()))
                .forEach(other -> reader.fault(
                        other, "All years have one " + name + "; above it is " + CellReader.quoted(first) + "."));
        head.put(name, first);
        places.put("/" + name, first);
    }

    private void line(String name, SortedMap<Integer, Cell> values) {
        values.forEach((place, cell) -> {
            Map<String, Cell> year = years.get(place);
            if (year == null) {
                reader.fault(cell, "Belongs to no year: there is no '" + YEAR_END + "' in line with it.");
            } else if (year.putIfAbsent(name, cell) != null) {
                reader.fault(cell, "'" + name + "' is there twice; leave one out.");
            }
        });
    }

    private NewStatements statements() {
        List<@Nullable Year> found = new ArrayList<>();
        ends.forEach((place, cell) -> {
            String pointer = "/years/" + found.size();
            LocalDate end = reader.date(cell);
            Map<String, @Nullable Double> lines = new HashMap<>();
            places.put(pointer + "/fiscalYearEnd", cell);
            places.put(pointer + "/lines", cell);
            years.getOrDefault(place, Map.of()).forEach((name, figure) -> {
                places.put(pointer + "/lines/" + name, figure);
                lines.put(name, reader.number(figure));
            });
            found.add(new Year(end, lines));
        });
        return new NewStatements(
                text("currency"),
                number("exchangeRate"),
                unit(),
                text("source"),
                date("asOf"),
                number("confidence"),
                found);
    }

    private @Nullable String text(String name) {
        Cell cell = head.get(name);
        return cell == null ? null : cell.text();
    }

    private @Nullable Double number(String name) {
        Cell cell = head.get(name);
        return cell == null ? null : reader.number(cell);
    }

    private @Nullable LocalDate date(String name) {
        Cell cell = head.get(name);
        return cell == null ? null : reader.date(cell);
    }

    private @Nullable StatementUnit unit() {
        Cell cell = head.get("unit");
        return cell == null ? null : reader.unit(cell);
    }
}
