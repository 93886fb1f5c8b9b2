/** Accounting of availability from observations, with its error bounds, and what an objective allows of it. */
@NullMarked
package io.bellwether.core.slo;

import org.jspecify.annotations.NullMarked;
