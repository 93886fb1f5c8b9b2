package io.bellwether.monitor;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to store what was seen of one probe, from one location or from anywhere, for one due time.
 *
 * @param location empty when the probe may run anywhere
 * @param token what the lease carries while the right is ours
 */
record Claim(UUID probeId, String location, Instant dueAt, UUID token) {}
