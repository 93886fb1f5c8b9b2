/** Conditions on the labels of alerts. */
@NullMarked
package io.bellwether.core.alert.label;

import org.jspecify.annotations.NullMarked;
