/** The security posture: keeps what was seen, lets the rule sets judge it, and shows every result with its evidence. */
@NullMarked
package io.bellwether.fact.posture;

import org.jspecify.annotations.NullMarked;
