/** How a vendor's zone is looked after: its signatures, its name servers, who may issue certificates for it, aliases that lead nowhere. */
@NullMarked
package io.bellwether.core.posture.zone;

import org.jspecify.annotations.NullMarked;
