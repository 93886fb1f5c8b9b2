/** Scores, the viability index and their exact explanation, as functions from facts to values. */
@NullMarked
package io.bellwether.core.score;

import org.jspecify.annotations.NullMarked;
