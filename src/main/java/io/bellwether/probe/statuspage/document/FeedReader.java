package io.bellwether.probe.statuspage.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads RSS and Atom. A document type declaration ends the reading: it is of no use in a feed, and entities are a way to burst. */
final class FeedReader {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private final XMLStreamReader xml;
    private final List<Feed.Entry> entries = new ArrayList<>();
    private String title = "";

    private FeedReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Feed read(String text) throws Unreadable {
        try {
            FeedReader reader = new FeedReader(factory().createXMLStreamReader(new StringReader(text)));
            return reader.feed();
        } catch (XMLStreamException e) {
            throw new Unreadable("begins like XML but is broken or breaks off");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Feed feed() throws XMLStreamException, Unreadable {
        String root = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Unreadable("is XML with a document type declaration, which no feed needs");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = name();
                if (root == null && !ROOTS.contains(name)) {
                    throw new Unreadable("is XML but no feed: it begins with <" + name + ">");
                }
                root = root == null ? name : root;
                element(name);
            }
        }
        if (title.isEmpty() && entries.isEmpty()) {
            throw new Unreadable("is a feed without a title and without an entry");
        }
        return new Feed(title, List.copyOf(entries));
    }

    private void element(String name) throws XMLStreamException {
        if (ENTRIES.contains(name)) {
            entries.add(EntryReader.read(xml, name));
        } else if ("title".equals(name) && title.isEmpty()) {
            title = EntryReader.text(xml).strip();
        }
    }

    private String name() {
        return xml.getLocalName().toLowerCase(Locale.ROOT);
    }
}
