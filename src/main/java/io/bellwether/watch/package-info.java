/** Watches Bellwether itself: alerts when it does not do its work, and a heartbeat for a monitor outside while it does. */
@NullMarked
package io.bellwether.watch;

import org.jspecify.annotations.NullMarked;
