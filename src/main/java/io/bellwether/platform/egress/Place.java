package io.bellwether.platform.egress;

import io.bellwether.core.Phases;
import java.net.InetAddress;

/**
 * Where a host is.
 *
 * @param address the first of its addresses; all of them have passed the guard
 * @param phases what finding it took
 */
public record Place(InetAddress address, Phases phases) {}
