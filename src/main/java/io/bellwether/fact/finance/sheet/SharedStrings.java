package io.bellwether.fact.finance.sheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, which its cells name by their place. */
final class SharedStrings {

    /** Many cells can name the same text, so that a long one would cost again for each; more than this no statement says. */
    private static final int LONGEST = 1000;

    private SharedStrings() {}

    static List<String> read(byte[] part) {
        List<String> strings = new ArrayList<>();
        Xml.walk(part, element -> {
            if (element.getLocalName().equals("si")) {
                String text = text(element);
                strings.add(text.substring(0, Math.min(text.length(), LONGEST)).strip());
            }
        });
        return strings;
    }

    /** The text within an element, put together from its runs; how it is pronounced is left out. */
    static String text(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "rPh" -> spoken = true;
                    case "t" -> text.append(spoken ? "" : reader.getElementText());
                    default -> {
                        // How it looks.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals(name)) {
                    return text.toString();
                }
                spoken = spoken && !reader.getLocalName().equals("rPh");
            }
        }
    }
}
