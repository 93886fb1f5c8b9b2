package io.bellwether.platform.egress;

import io.bellwether.core.Phases;
import org.jspecify.annotations.Nullable;

/**
 * A talk that came to its end.
 *
 * @param result what came of it
 * @param address the address that was connected to
 * @param tls how the connection came to be encrypted, null in the clear
 * @param millis the whole talk in milliseconds, name resolution included
 */
public record Talked<T>(T result, String address, @Nullable TlsHandshake tls, Phases phases, double millis) {}
