package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Html;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How one format is found, recognised and read. Reading never fails: what is not known is UNKNOWN. */
interface Dialect {

    /** Whether a document has what this format cannot do without. */
    boolean fits(Document document);

    StatusPage read(Document document, Reading reading);

    /** Where a page at this address would keep its feed; empty when that cannot be told from the address. */
    default Optional<URI> feed(URI page) {
        return Optional.empty();
    }

    /** Whether a page at this address is known to have this format. */
    default boolean owns(URI page) {
        return false;
    }

    /** Words, in lower case, by which the page for people gives its maker away. */
    default List<String> marks() {
        return List.of();
    }

    /** Where a page for people says that its feed is, when the address alone does not tell. */
    default Optional<URI> feed(Html html) {
        return Optional.empty();
    }

    /** Where the second document is that completes a feed; empty when there is none. */
    default Optional<URI> companion(URI feed) {
        return Optional.empty();
    }

    /** How many bytes a feed may have. */
    default int mostBytes() {
        return Format.MOST_BYTES;
    }
}
