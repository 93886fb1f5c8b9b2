/** Whether a vendor fell alone or with the others that do the same for us. */
@NullMarked
package io.bellwether.core.score.peer;

import org.jspecify.annotations.NullMarked;
