/** The kind {@code breaches}: known breaches of a vendor's data, from a source such as Have I Been Pwned. */
@NullMarked
package io.bellwether.probe.breach;

import org.jspecify.annotations.NullMarked;
