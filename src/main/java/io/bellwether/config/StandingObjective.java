package io.bellwether.config;

import io.bellwether.slo.ServiceObjective;
import org.jspecify.annotations.Nullable;

/**
 * An objective that is in force.
 *
 * @param probe the name of the probe it is about, null for the vendor as a whole
 */
record StandingObjective(
        ServiceObjective objective, @Nullable String probe) {

    String name() {
        return objective.name();
    }
}
