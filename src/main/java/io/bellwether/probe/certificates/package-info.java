/** The kind {@code certificates}: what certificate transparency logs show to have been issued for a vendor's domain. */
@NullMarked
package io.bellwether.probe.certificates;

import org.jspecify.annotations.NullMarked;
