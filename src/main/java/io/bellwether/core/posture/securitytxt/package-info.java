/** Judges the file in which a vendor says how to report a weakness (RFC 9116). */
@NullMarked
package io.bellwether.core.posture.securitytxt;

import org.jspecify.annotations.NullMarked;
