package io.bellwether.platform.egress;

import io.bellwether.core.Phases;

/**
 * A handshake that was made for its own sake; no request followed.
 *
 * @param address the address that was connected to
 * @param millis its whole length in milliseconds, name resolution included
 */
public record TlsReport(TlsHandshake handshake, String address, Phases phases, double millis) {}
