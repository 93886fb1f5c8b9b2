package io.bellwether.monitor;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to store the result of one probe for one due time.
 *
 * @param token what the lease carries while the right is ours
 */
record Claim(UUID probeId, Instant dueAt, UUID token) {}
