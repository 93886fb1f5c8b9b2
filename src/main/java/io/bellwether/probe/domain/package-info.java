/** Reads a domain's registration from its register by RDAP and judges expiry, status and locks. */
@NullMarked
package io.bellwether.probe.domain;

import org.jspecify.annotations.NullMarked;
