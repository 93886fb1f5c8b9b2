/** What came over the wire, as JSON, as a feed or as a page for people; tolerant of all that vendors leave out. */
@NullMarked
package io.bellwether.probe.statuspage.document;

import org.jspecify.annotations.NullMarked;
