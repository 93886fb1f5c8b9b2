package io.bellwether.platform.egress;

import io.bellwether.core.Phases;

/**
 * A handshake that was made for its own sake; no request followed.
 *
 * @param address the address that was connected to
 * @param millis its whole length in milliseconds, name resolution included
 * @param connections how many it took
 */
public record TlsReport(TlsHandshake handshake, String address, Phases phases, double millis, int connections) {}
