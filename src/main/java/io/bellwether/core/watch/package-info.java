/** Whether Bellwether itself does its work, from what its database says. */
@NullMarked
package io.bellwether.core.watch;

import org.jspecify.annotations.NullMarked;
