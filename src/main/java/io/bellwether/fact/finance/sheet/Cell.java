package io.bellwether.fact.finance.sheet;

/**
 * A cell with something in it.
 *
 * @param row from 1
 * @param column from 1
 * @param text what it holds, without blanks around it; of a formula its last value
 * @param number whether it was entered as a number, as dates are too in a spreadsheet
 */
public record Cell(int row, int column, String text, boolean number) {

    /** As spreadsheets write it: {@code C7}. */
    public String address() {
        return letters(column) + row;
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
