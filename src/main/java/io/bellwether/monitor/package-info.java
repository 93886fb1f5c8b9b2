/** The loop: claim due probes, run them, store what was seen, judge it, raise alerts. */
@NullMarked
package io.bellwether.monitor;

import org.jspecify.annotations.NullMarked;
