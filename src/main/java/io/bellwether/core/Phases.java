package io.bellwether.core;

import org.jspecify.annotations.Nullable;

/**
 * How long each phase of one exchange took, in milliseconds with microsecond precision, from the monotonic clock; summed
 * over redirects. A phase that did not happen is null: an address literal needs no DNS, plain HTTP no TLS.
 *
 * @param dns resolving the host name
 * @param connect the TCP handshake
 * @param tls the TLS handshake
 * @param firstByte from the open connection to the response's first byte, sending the request included
 * @param transfer from the response's first byte to its last
 */
public record Phases(
        @Nullable Double dns,
        @Nullable Double connect,
        @Nullable Double tls,
        @Nullable Double firstByte,
        @Nullable Double transfer) {

    public static final Phases NONE = new Phases(null, null, null, null, null);
}
