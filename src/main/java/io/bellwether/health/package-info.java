/** Turns history and facts into dimension scores, the viability index, its trend and daily snapshots. */
@NullMarked
package io.bellwether.health;

import org.jspecify.annotations.NullMarked;
