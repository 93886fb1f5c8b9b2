/** How a vendor's domain is registered: how long still, locked or not, by whom. */
@NullMarked
package io.bellwether.core.posture.registration;

import org.jspecify.annotations.NullMarked;
