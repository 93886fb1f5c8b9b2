/** The kind {@code tls}: chain, host name and remaining lifetime of a server's certificate, and how it encrypts. */
@NullMarked
package io.bellwether.probe.tls;

import org.jspecify.annotations.NullMarked;
