/** The pure island: the words every package shares, as values without I/O. */
@NullMarked
package io.bellwether.core;

import org.jspecify.annotations.NullMarked;
