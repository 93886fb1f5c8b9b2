package io.bellwether.fact.finance;

import io.bellwether.fact.finance.sheet.Cell;
import io.bellwether.fact.finance.sheet.Sheet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table of statements the way it is read: labels run down, years run across. A table that lies the other way is turned; its
 * cells remember where they stand.
 *
 * @param labels the place of the labels
 * @param header the place of the years
 * @param cells by the place of their label, and across
 */
record Grid(int labels, int header, NavigableMap<Integer, SortedMap<Integer, Cell>> cells) {

    /** @param known whether a text is the label of something, by {@link #label} */
    static Grid of(Sheet sheet, Cell corner, Set<String> known) {
        Map<Integer, String> across = sheet.cells().stream()
                .filter(cell -> cell.row() == corner.row() && cell.column() > corner.column())
                .collect(Collectors.toMap(Cell::column, cell -> label(cell.text()), (first, second) -> first));
        boolean turned = across.values().stream().anyMatch(known::contains);
        NavigableMap<Integer, SortedMap<Integer, Cell>> cells = new TreeMap<>();
        for (Cell cell : sheet.cells()) {
            int down = turned ? cell.column() : cell.row();
            int right = turned ? cell.row() : cell.column();
            cells.computeIfAbsent(down, place -> new TreeMap<>()).put(right, cell);
        }
        return turned ? new Grid(corner.row(), corner.column(), cells) : new Grid(corner.column(), corner.row(), cells);
    }

    /** However it is spelt: {@code Total assets}, {@code total_assets} and {@code totalAssets} are one. */
    static String label(String text) {
        StringBuilder label = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(letter -> letter != ' ' && letter != '_' && letter != '-')
                .forEach(letter -> label.append((char) letter));
        return label.toString();
    }
}
