/** The security posture of a vendor seen from outside: published rule sets that judge kept evidence, with their arithmetic. */
@NullMarked
package io.bellwether.core.posture;

import org.jspecify.annotations.NullMarked;
