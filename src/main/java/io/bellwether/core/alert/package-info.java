/** Alert episodes as a pure state machine: condition, handling and suppression are separate axes. */
@NullMarked
package io.bellwether.core.alert;

import org.jspecify.annotations.NullMarked;
