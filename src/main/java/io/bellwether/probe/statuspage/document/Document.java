package io.bellwether.probe.statuspage.document;

import java.net.URI;

/** A body that could be read. */
public sealed interface Document {

    /** Where it came from, after redirects. */
    URI uri();

    record OfJson(URI uri, Node root) implements Document {}

    record OfFeed(URI uri, Feed feed) implements Document {}

    /** A page for people; it may say where programs find the same. */
    record OfHtml(URI uri, Html html) implements Document {}
}
