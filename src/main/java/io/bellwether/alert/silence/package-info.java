/** Silences: what people do not want to be told for a while. */
@NullMarked
package io.bellwether.alert.silence;

import org.jspecify.annotations.NullMarked;
