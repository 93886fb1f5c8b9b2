package io.bellwether.history;

import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was measured: observations, series and availability. */
@Path("/api/v1")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class HistoryResource {

    private static final Duration DEFAULT_STEP = Duration.ofHours(1);

    private final ProbeRegister probes;
    private final VendorRegister vendors;
    private final Observations observations;
    private final SeriesQuery series;
    private final AvailabilityQuery availability;
    private final Clock clock;

    HistoryResource(
            ProbeRegister probes,
            VendorRegister vendors,
            Observations observations,
            SeriesQuery series,
            AvailabilityQuery availability,
            Clock clock) {
        this.probes = probes;
        this.vendors = vendors;
        this.observations = observations;
        this.series = series;
        this.availability = availability;
        this.clock = clock;
    }

    /** Newest first; {@code after} is the {@code at} of the last one seen. */
    @GET
    @Path("/probes/{id}/observations")
    public Page<ObservationView> observations(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable Instant after) {
        UUID probe = probes.require(id).id();
        int size = Page.limit(limit);
        TimeRange range = TimeRange.of(from, to, clock.instant());
        Instant end = after == null ? range.to() : after;
        List<ObservationView> rows = observations.between(probe, range.from(), end, size + 1).stream()
                .map(ObservationView::of)
                .toList();
        return Page.of(rows, size, row -> row.at().toString());
    }

    @GET
    @Path("/probes/{id}/series")
    public Page<SeriesPoint> series(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("step") @Nullable Duration step) {
        UUID probe = probes.require(id).id();
        TimeRange range = TimeRange.of(from, to, clock.instant());
        return new Page<>(series.series(probe, range.from(), range.to(), step == null ? DEFAULT_STEP : step), null);
    }

    @GET
    @Path("/vendors/{slug}/availability")
    public Availability availability(
            @PathParam("slug") String slug,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to) {
        TimeRange range = TimeRange.of(from, to, clock.instant());
        return availability.of(vendors.require(slug).id(), range.from(), range.to());
    }

    /** A time asked for: by default the last 24 hours, at most 400 days. */
    private record TimeRange(Instant from, Instant to) {

        private static final Duration LONGEST = Duration.ofDays(400);

        static TimeRange of(@Nullable Instant from, @Nullable Instant to, Instant now) {
            Instant end = to == null ? now : to;
            Instant begin = from == null ? end.minus(Duration.ofDays(1)) : from;
            if (!begin.isBefore(end)) {
                throw Problem.invalid("from", "Must be before 'to'.");
            }
            if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
                throw Problem.invalid("from", "The range may span at most " + LONGEST.toDays() + " days.");
            }
            return new TimeRange(begin, end);
        }
    }
}
