/** The kind {@code tls}: chain, host name, remaining lifetime, protocol and cipher of a server's TLS. */
@NullMarked
package io.bellwether.probe.tls;

import org.jspecify.annotations.NullMarked;
