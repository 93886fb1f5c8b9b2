/** Accounting of availability from observations, with its error bounds. */
@NullMarked
package io.bellwether.core.slo;

import org.jspecify.annotations.NullMarked;
