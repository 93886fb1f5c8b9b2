package io.bellwether.fact.finance.sheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet of a workbook. Rows and cells may leave out where they stand; then they follow the one before. */
final class SheetPart {

    private static final int LONGEST_ADDRESS = 10;

    private final String name;
    private final List<String> strings;
    private final List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;

    SheetPart(String name, List<String> strings) {
        this.name = name;
        this.strings = strings;
    }

    List<Cell> read(byte[] part) {
        Xml.walk(part, element -> {
            switch (element.getLocalName()) {
                case "row" -> row(Xml.attribute(element, "r"));
                case "c" -> cell(element);
                default -> {
                    // How the sheet looks.
                }
            }
        });
        return List.copyOf(cells);
    }

    private void row(@Nullable String number) {
        row = number == null ? row + 1 : whole(number);
        column = 0;
    }

    private void cell(XMLStreamReader element) throws XMLStreamException {
        if (row == 0) {
            throw Archive.broken();
        }
        String address = Xml.attribute(element, "r");
        column = address == null ? column + 1 : column(address);
        String type = Xml.attribute(element, "t");
        String text = text(element, type).strip();
        if (!text.isEmpty()) {
            Bounds.check(name, row, column);
            cells.add(new Cell(row, column, text, type == null || type.equals("n")));
        }
    }

    /** Its value; of a formula that nobody has calculated the formula, which is no number. */
    private String text(XMLStreamReader reader, @Nullable String type) throws XMLStreamException {
        String value = "";
        String formula = "";
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "v" -> value = reader.getElementText();
                    case "f" -> formula = "=" + reader.getElementText();
                    case "is" -> value = SharedStrings.text(reader);
                    default -> {
                        // What others have added.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("c")) {
                String found = "s".equals(type) && !value.isEmpty() ? string(value) : value;
                return found.isEmpty() ? formula : found;
            }
        }
    }

    private String string(String place) {
        int index = whole(place);
        if (index >= strings.size()) {
            throw Archive.broken();
        }
        return strings.get(index);
    }

    private static int column(String address) {
        int column = 0;
        if (address.length() <= LONGEST_ADDRESS) {
            for (int i = 0; i < address.length() && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z'; i++) {
                column = Math.min(column * 26 + address.charAt(i) - 'A' + 1, 1_000_000);
            }
        }
        if (column == 0) {
            throw Archive.broken();
        }
        return column;
    }

    private static int whole(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Neither is a number below zero one that counts anything.
        }
        throw Archive.broken();
    }
}
