package io.bellwether.slo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.bellwether.core.slo.Span;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which time does not count. Asked for when an account is made, so that a window entered late counts from then on. */
@Singleton
public class Maintenance {

    private final MaintenanceReads reads;

    Maintenance(MaintenanceReads reads) {
        this.reads = reads;
    }

    /** Whether a vendor's service need not work at a time. */
    public boolean covers(UUID vendorId, Instant at) {
        return !excluded(vendorId, new Span(at, at.plusMillis(1))).isEmpty();
    }

    /** The excluded times of a vendor that overlap a time, in any order; they may overlap each other. */
    public List<Span> excluded(UUID vendorId, Span time) {
        return reads.excluded(vendorId, time);
    }

    /**
     * What goes on and is a reason not to tell that a service is down or slow.
     *
     * @param vendors slugs
     * @return the ids of the windows by the vendor's slug
     */
    public Map<String, Set<UUID>> muting(Collection<String> vendors, Instant now) {
        return reads.muting(vendors, now).stream().collect(groupingBy(Work::vendor, mapping(Work::id, toSet())));
    }
}
