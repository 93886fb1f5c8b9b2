/** Turns transitions in the outbox into one intent per receiver and delivers each through its channel. */
@NullMarked
package io.bellwether.notify;

import org.jspecify.annotations.NullMarked;
