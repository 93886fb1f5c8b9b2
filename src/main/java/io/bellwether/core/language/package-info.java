/** Texts for people: fit to be shown, and plain enough to be understood. */
@NullMarked
package io.bellwether.core.language;

import org.jspecify.annotations.NullMarked;
