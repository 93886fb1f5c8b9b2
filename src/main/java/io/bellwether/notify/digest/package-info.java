/** Digests: what people are told by the day, week or month instead of at once. */
@NullMarked
package io.bellwether.notify.digest;

import org.jspecify.annotations.NullMarked;
