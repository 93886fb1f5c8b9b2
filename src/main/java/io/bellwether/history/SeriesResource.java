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
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a probe has observed, summarised in steps of time. */
@Path("/api/v1/probes/{id}/series")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class SeriesResource {

    private final ProbeRegister probes;
    private final SeriesQuery series;
    private final Clock clock;

    SeriesResource(ProbeRegister probes, SeriesQuery series, Clock clock) {
        this.probes = probes;
        this.series = series;
        this.clock = clock;
    }

    /** {@code location}: what that one saw; without it the probe's verdicts. */
    @GET
    public Page<SeriesPoint> list(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("location") @DefaultValue("") String location,
            @QueryParam("step") @DefaultValue("PT1H") Duration step) {
        UUID probe = probes.require(id).id();
        TimeRange range = TimeRange.of(from, to, clock.instant());
        return new Page<>(series.series(probe, location, range.from(), range.to(), step), null);
    }
}
