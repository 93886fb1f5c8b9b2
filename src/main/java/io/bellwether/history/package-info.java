/** What was observed: observations in day partitions, their summaries, series and runs, retention. */
@NullMarked
package io.bellwether.history;

import org.jspecify.annotations.NullMarked;
