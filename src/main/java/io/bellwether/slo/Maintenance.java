package io.bellwether.slo;

import io.bellwether.core.slo.Span;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
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
}
