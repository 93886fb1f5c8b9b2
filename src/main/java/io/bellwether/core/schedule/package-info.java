/** When something is due: probes on a grid of their own, windows and reports by the clocks of a place. */
@NullMarked
package io.bellwether.core.schedule;

import org.jspecify.annotations.NullMarked;
