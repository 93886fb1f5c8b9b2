/** The formats status pages come in, each read into the one {@link io.bellwether.probe.statuspage.format.StatusPage}. */
@NullMarked
package io.bellwether.probe.statuspage.format;

import org.jspecify.annotations.NullMarked;
