/** Whether the viability index slips: since when, by how much, and when it would fall below what is still good enough. */
@NullMarked
package io.bellwether.core.score.slip;

import org.jspecify.annotations.NullMarked;
