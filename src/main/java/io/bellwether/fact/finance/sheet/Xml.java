package io.bellwether.fact.finance.sheet;

import io.bellwether.platform.Problem;
import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks over the elements of an XML part. Nothing of it can name another file or grow: documents with a DTD are refused. */
final class Xml {

    /** What is done with an element; it may read on, up to the element's end. */
    interface Visitor {
        void at(XMLStreamReader element) throws XMLStreamException;
    }

    private Xml() {}

    /** @throws Problem 400 when it is no XML, or one with a DTD */
    static void walk(byte[] part, Visitor visitor) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(part));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw Archive.broken();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    visitor.at(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw Archive.broken();
        }
    }

    /** Of any namespace. */
    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return null;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
