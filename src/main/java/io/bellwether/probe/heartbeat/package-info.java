/** Heartbeats: jobs of a vendor or of ours that call us, and are missed when they do not. */
@NullMarked
package io.bellwether.probe.heartbeat;

import org.jspecify.annotations.NullMarked;
