/** A plain JSON document to any URL. */
@NullMarked
package io.bellwether.notify.webhook;

import org.jspecify.annotations.NullMarked;
