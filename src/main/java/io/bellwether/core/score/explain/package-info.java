/** Why the viability index is what it is, and why it changed: reasons whose whole points add up exactly. */
@NullMarked
package io.bellwether.core.score.explain;

import org.jspecify.annotations.NullMarked;
