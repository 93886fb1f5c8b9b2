/** Fetches the file in which a vendor says how to report a weakness. */
@NullMarked
package io.bellwether.probe.securitytxt;

import org.jspecify.annotations.NullMarked;
