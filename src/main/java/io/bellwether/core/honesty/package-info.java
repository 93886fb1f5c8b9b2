/** Compares what a vendor's status page said with what was measured. */
@NullMarked
package io.bellwether.core.honesty;

import org.jspecify.annotations.NullMarked;
