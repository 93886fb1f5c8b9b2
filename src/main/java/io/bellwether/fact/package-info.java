/** Dated facts with their source: what they say about a vendor, since when, and when that became known. */
@NullMarked
package io.bellwether.fact;

import org.jspecify.annotations.NullMarked;
