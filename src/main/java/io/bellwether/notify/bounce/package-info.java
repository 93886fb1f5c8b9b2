/** Mail that comes back: to whom no mail can be delivered any more. */
@NullMarked
package io.bellwether.notify.bounce;

import org.jspecify.annotations.NullMarked;
