/** Rules that people make: what they judge, and how they would have judged the past; the same code does both. */
@NullMarked
package io.bellwether.core.alert.rule;

import org.jspecify.annotations.NullMarked;
