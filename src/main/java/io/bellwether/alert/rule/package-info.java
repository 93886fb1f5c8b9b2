/** Rules that people make, as they write them: typed settings, which vendors they watch, and the bounds of their numbers. */
@NullMarked
package io.bellwether.alert.rule;

import org.jspecify.annotations.NullMarked;
