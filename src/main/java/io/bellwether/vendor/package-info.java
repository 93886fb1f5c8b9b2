/** The register: vendors, their owners and legal entity, their probes, and the catalogue of known vendors. */
@NullMarked
package io.bellwether.vendor;

import org.jspecify.annotations.NullMarked;
