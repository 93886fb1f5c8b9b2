package io.bellwether.probe.heartbeat;

import io.bellwether.probe.Rule;
import org.jspecify.annotations.Nullable;

/** A heartbeat is expected by an interval or by a calendar, not by both. */
final class OneExpectation implements Rule<HeartbeatProbe.Settings> {

    @Override
    public @Nullable String fault(HeartbeatProbe.Settings settings) {
        if (settings.every() != null && settings.cron() != null) {
            return "Give every or cron, not both.";
        }
        return settings.zone() != null && settings.cron() == null ? "A zone is of use only with cron." : null;
    }
}
