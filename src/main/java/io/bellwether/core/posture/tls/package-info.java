/** How a server encrypts: what is seen of it in a dozen connections, and the rule sets that judge it. */
@NullMarked
package io.bellwether.core.posture.tls;

import org.jspecify.annotations.NullMarked;
