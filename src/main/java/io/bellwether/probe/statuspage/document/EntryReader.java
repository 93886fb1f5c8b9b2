package io.bellwether.probe.statuspage.document;

import io.bellwether.probe.statuspage.document.Feed.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a feed; elements are known by their local names, whatever their namespace. */
final class EntryReader {

    private static final int LONGEST_TEXT = 2000;

    private final XMLStreamReader xml;
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> categories = new ArrayList<>();

    private EntryReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Entry read(XMLStreamReader xml, String end) throws XMLStreamException {
        EntryReader reader = new EntryReader(xml);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equalsIgnoreCase(end)) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                reader.element(xml.getLocalName().toLowerCase(Locale.ROOT));
            }
        }
        return reader.entry();
    }

    /** The text of the element the reader is at, with that of the elements in it. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    text.append(xml.getText()).append(' ');
                default -> {}
            }
        }
        return text.toString();
    }

    private void element(String name) throws XMLStreamException {
        String address = Objects.requireNonNullElse(xml.getAttributeValue(null, "href"), "");
        String term = Objects.requireNonNullElse(xml.getAttributeValue(null, "term"), "");
        String relation = Objects.requireNonNullElse(xml.getAttributeValue(null, "rel"), "alternate");
        String text = text(xml).strip();
        if ("category".equals(name)) {
            categories.add(text.isEmpty() ? term : text);
        } else if (!"link".equals(name) || "alternate".equals(relation)) {
            texts.putIfAbsent(name, text.isEmpty() ? address : text);
        }
    }

    private Entry entry() {
        String title = plain(first("title"));
        String link = first("link");
        String published = first("pubdate", "published", "date", "updated");
        return new Entry(
                Stream.of(first("guid", "id"), link, title)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElse(""),
                title,
                orNull(link),
                Times.read(published),
                Times.read(first("updated", "pubdate", "date", "published")),
                plain(first("encoded", "content", "description", "summary")),
                categories.stream().filter(category -> !category.isBlank()).toList());
    }

    private String first(String... names) {
        return Stream.of(names)
                .map(name -> texts.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String plain(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        return start.replaceAll("<[^<>]{0,500}>", " ")
                .replace("&nbsp;", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
