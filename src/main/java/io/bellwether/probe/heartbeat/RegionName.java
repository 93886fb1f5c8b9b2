package io.bellwether.probe.heartbeat;

import io.bellwether.probe.Rule;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The name of a region in the IANA time zone database. */
final class RegionName implements Rule<String> {

    @Override
    public @Nullable String fault(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone) ? null : "Must be an IANA time zone such as Europe/Berlin.";
    }
}
