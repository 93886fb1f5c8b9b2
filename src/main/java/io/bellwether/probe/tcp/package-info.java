/** The kind {@code tcp}: is the port open, encrypted if it should be, and does it answer as it should. */
@NullMarked
package io.bellwether.probe.tcp;

import org.jspecify.annotations.NullMarked;
