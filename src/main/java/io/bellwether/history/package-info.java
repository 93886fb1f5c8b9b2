/** What was observed: observations in day partitions, series, availability with its error bounds, retention. */
@NullMarked
package io.bellwether.history;

import org.jspecify.annotations.NullMarked;
