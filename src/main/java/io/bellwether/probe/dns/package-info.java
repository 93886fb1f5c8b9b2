/** Asks DNS, a resolver or a zone's own name servers, and judges answers, agreement and signatures. */
@NullMarked
package io.bellwether.probe.dns;

import org.jspecify.annotations.NullMarked;
