/** All rule sets there are. */
@NullMarked
package io.bellwether.core.posture.catalogue;

import org.jspecify.annotations.NullMarked;
