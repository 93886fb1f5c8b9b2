package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Lens;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts and what people do with them. */
@Path("/api/v1/alerts")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class AlertResource {

    record Acknowledgement(@Nullable String note, @Nullable Instant until) {}

    record Snooze(@Nullable Instant until) {}

    record Comment(@Nullable String text) {}

    private final Alerts alerts;

    AlertResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @GET
    public Page<Alert> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("vendor") @Nullable String vendor,
            @QueryParam("dimension") @Nullable String dimension,
            @QueryParam("lens") @Nullable String lens,
            @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return alerts.list(new AlertQuery(
                Filters.conditions(state),
                Filters.value("severity", severity, Severity.class),
                vendor,
                Filters.value("dimension", dimension, Dimension.class),
                Filters.value("lens", lens, Lens.class),
                Filters.assignee(assignee),
                Page.limit(limit),
                after));
    }

    @GET
    @Path("/{id}")
    public Response get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Alert alert = alerts.require(id);
        return ETags.read(ifNoneMatch, alert.version(), alert);
    }

    @POST
    @Path("/{id}/acknowledgements")
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response acknowledge(@PathParam("id") UUID id, @NotNull Acknowledgement body) {
        return created(alerts.acknowledge(id, body.note(), body.until()));
    }

    @DELETE
    @Path("/{id}/acknowledgements")
    @RolesAllowed(Role.Names.OWNER)
    public Response unacknowledge(@PathParam("id") UUID id) {
        return changed(alerts.unacknowledge(id));
    }

    @DELETE
    @Path("/{id}/snoozes")
    @RolesAllowed(Role.Names.OWNER)
    public Response unsnooze(@PathParam("id") UUID id) {
        return changed(alerts.unsnooze(id));
    }

    @POST
    @Path("/{id}/snoozes")
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response snooze(@PathParam("id") UUID id, @NotNull Snooze body) {
        return created(alerts.snooze(id, body.until()));
    }

    @POST
    @Path("/{id}/comments")
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response comment(@PathParam("id") UUID id, @NotNull Comment body) {
        return created(alerts.comment(id, body.text()));
    }

    private static Response changed(Alert alert) {
        return ETags.changed(alert.version(), alert);
    }

    private static Response created(Alert alert) {
        return ETags.created(URI.create("/api/v1/alerts/" + alert.id()), alert.version(), alert);
    }
}
