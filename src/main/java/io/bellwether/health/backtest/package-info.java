/** The back-test: stored facts replayed by the day on which they became known, as figures, as a table and as a drawing. */
@NullMarked
package io.bellwether.health.backtest;

import org.jspecify.annotations.NullMarked;
