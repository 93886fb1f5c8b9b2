/** Judges companies by their statements: a fitted scorecard, and the classic formulas as context. */
@NullMarked
package io.bellwether.core.finance;

import org.jspecify.annotations.NullMarked;
