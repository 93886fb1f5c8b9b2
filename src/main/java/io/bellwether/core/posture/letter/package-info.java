/** Writes the letter that tells a vendor what we see of its security from outside, and what we ask for. */
@NullMarked
package io.bellwether.core.posture.letter;

import org.jspecify.annotations.NullMarked;
