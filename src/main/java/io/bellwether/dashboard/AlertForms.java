package io.bellwether.dashboard;

import io.bellwether.alert.Alerts;
import io.bellwether.alert.Assignments;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** What people do with an alert, and take back; each form leads back to where it was. */
@Path("/alerts/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.OWNER)
@RunOnVirtualThread
@ForPeople
class AlertForms {

    private final Alerts alerts;
    private final Assignments assignments;
    private final FormCheck check;
    private final Failures failures;
    private final Clock clock;

    AlertForms(Alerts alerts, Assignments assignments, FormCheck check, Failures failures, Clock clock) {
        this.alerts = alerts;
        this.assignments = assignments;
        this.check = check;
        this.failures = failures;
        this.clock = clock;
    }

    /** For the length that was chosen; until it is over when none was. */
    @POST
    @Path("acknowledgements")
    @Operation(hidden = true)
    public Response acknowledge(@PathParam("id") UUID id, @Context ServerRequestContext sent) {
        Filled form = Filled.sent(sent);
        alerts.acknowledge(id, text(form, "note"), until(form));
        return back(id, form.text("back"));
    }

    @POST
    @Path("acknowledgements/end")
    @Operation(hidden = true)
    public Response unacknowledge(@PathParam("id") UUID id) {
        alerts.unacknowledge(id);
        return back(id, null);
    }

    @POST
    @Path("snoozes")
    @Operation(hidden = true)
    public Response snooze(@PathParam("id") UUID id, @Context ServerRequestContext sent) {
        alerts.snooze(id, until(Filled.sent(sent)));
        return back(id, null);
    }

    @POST
    @Path("snoozes/end")
    @Operation(hidden = true)
    public Response unsnooze(@PathParam("id") UUID id) {
        alerts.unsnooze(id);
        return back(id, null);
    }

    @POST
    @Path("assignments")
    @Operation(hidden = true)
    public Response assign(@PathParam("id") UUID id, @Context ServerRequestContext sent) {
        assignments.assign(id, check.checked(MailAddress.in(Filled.sent(sent))).to());
        return back(id, null);
    }

    @POST
    @Path("assignments/end")
    @Operation(hidden = true)
    public Response unassign(@PathParam("id") UUID id) {
        assignments.clear(id);
        return back(id, null);
    }

    @POST
    @Path("comments")
    @Operation(hidden = true)
    public Response comment(@PathParam("id") UUID id, @Context ServerRequestContext sent) {
        alerts.comment(id, text(Filled.sent(sent), "text"));
        return back(id, null);
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private @Nullable Instant until(Filled form) {
        Duration length = form.length("length");
        return length == null ? null : clock.instant().plus(length);
    }

    private static Response back(UUID id, @Nullable String back) {
        return Response.seeOther(back == null ? URI.create("/alerts/" + id) : OwnPath.of(back))
                .build();
    }

    private static String text(Filled form, String field) {
        String text = form.text(field);
        if (text == null) {
            throw Problem.invalid(field, "Write a few words.");
        }
        return text;
    }
}
