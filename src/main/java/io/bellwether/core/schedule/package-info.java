/** When a probe is due: a stable offset inside its interval, and the grid of due times that follows. */
@NullMarked
package io.bellwether.core.schedule;

import org.jspecify.annotations.NullMarked;
