/** How honest a vendor's status page is: what it said against what we measured. */
@NullMarked
package io.bellwether.health.honesty;

import org.jspecify.annotations.NullMarked;
