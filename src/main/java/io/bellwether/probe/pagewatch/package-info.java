/** Watches the words of a vendor's public pages, such as its list of sub-processors, and tells which sentences change. */
@NullMarked
package io.bellwether.probe.pagewatch;

import org.jspecify.annotations.NullMarked;
