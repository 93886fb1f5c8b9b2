package io.bellwether.history;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.vendor.ProbeRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a probe has observed. */
@Path("/api/v1/probes/{id}/observations")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class ObservationsResource {

    private final ProbeRegister probes;
    private final Observations observations;
    private final Clock clock;

    ObservationsResource(ProbeRegister probes, Observations observations, Clock clock) {
        this.probes = probes;
        this.observations = observations;
        this.clock = clock;
    }

    /**
     * Newest first; {@code after} is the {@code at} of the last one seen; {@code location}: what that one saw, without it the
     * probe's verdicts.
     */
    @GET
    public Page<ObservationView> list(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("location") @DefaultValue("") String location,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable Instant after) {
        UUID probe = probes.require(id).id();
        int size = Page.limit(limit);
        TimeRange range = TimeRange.of(from, to, clock.instant());
        Instant end = after == null ? range.to() : after;
        List<ObservationView> rows = observations.between(probe, location, range.from(), end, size + 1).stream()
                .map(ObservationView::of)
                .toList();
        return Page.of(rows, size, row -> row.at().toString());
    }
}
