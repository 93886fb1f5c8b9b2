/** Durations in few bytes: mergeable quantile sketches and a 16-bit code for single timings. */
@NullMarked
package io.bellwether.core.sketch;

import org.jspecify.annotations.NullMarked;
