package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Node;

/** A format in JSON. */
interface JsonDialect extends Dialect {

    boolean fits(Node root);

    StatusPage read(Node root, Reading reading);

    @Override
    default boolean fits(Document document) {
        return document instanceof Document.OfJson json && fits(json.root());
    }

    @Override
    default StatusPage read(Document document, Reading reading) {
        return read(document instanceof Document.OfJson json ? json.root() : Node.ABSENT, reading);
    }
}
