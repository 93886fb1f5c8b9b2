package io.bellwether.slo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a vendor works on its service.
 *
 * @param vendor slug
 * @param endsAt null for what takes place again and again without an end
 * @param excluded whether it is left out of the accounts of service levels
 * @param mutesAlerts whether nobody is told meanwhile that the service is down or slow
 * @param recurrence when it takes place between {@code startsAt} and {@code endsAt}; null for all of that time
 * @param url where the vendor announced it; null for one of our own
 * @param createdBy who entered it; null for an announced one
 * @param createdAt when we learnt of it
 * @param version grows with each change; the ETag
 */
public record MaintenanceWindow(
        UUID id,
        String vendor,
        Source source,
        Instant startsAt,
        @Nullable Instant endsAt,
        String reason,
        boolean excluded,
        boolean mutesAlerts,
        @Nullable Recurring recurrence,
        @Nullable String url,
        @Nullable String createdBy,
        Instant createdAt,
        int version) {

    public enum Source {
        /** Entered here. */
        OWN,
        /** Read from the vendor's status page; nobody here can change it. */
        ANNOUNCED
    }

    NewMaintenanceWindow values() {
        return new NewMaintenanceWindow(vendor, startsAt, endsAt, reason, excluded, mutesAlerts, recurrence);
    }
}
