package io.bellwether.probe.statuspage;

import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.format.Format;
import java.net.URI;

/**
 * A feed that was read.
 *
 * @param feed the address that was asked, before redirects
 */
record Found(Format format, URI feed, Document document, WireResponse response) {}
