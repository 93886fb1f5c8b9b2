/** Who issues certificates for a vendor's domain, as the public logs show. */
@NullMarked
package io.bellwether.core.posture.certificates;

import org.jspecify.annotations.NullMarked;
