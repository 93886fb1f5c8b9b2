package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.time.Instant;

/**
 * What a dialect may need beside its document.
 *
 * @param feed where the document came from
 * @param companion the second document of formats that have two, else absent
 */
record Reading(URI feed, Node companion, Instant now) {}
