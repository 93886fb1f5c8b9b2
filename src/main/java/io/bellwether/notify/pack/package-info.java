/** The joint pack: what a month was like with each vendor, for both owners. */
@NullMarked
package io.bellwether.notify.pack;

import org.jspecify.annotations.NullMarked;
