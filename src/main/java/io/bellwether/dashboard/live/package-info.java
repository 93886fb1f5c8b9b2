/** Server-sent events of what this node sees: observations, status changes, assessments and alerts. */
@NullMarked
package io.bellwether.dashboard.live;

import org.jspecify.annotations.NullMarked;
