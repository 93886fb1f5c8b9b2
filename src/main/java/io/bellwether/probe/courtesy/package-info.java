/** How politely posture probes treat hosts that are not ours: a daily budget over all nodes, turns and pauses, robots.txt. */
@NullMarked
package io.bellwether.probe.courtesy;

import org.jspecify.annotations.NullMarked;
