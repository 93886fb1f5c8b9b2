package io.bellwether.dashboard;

import io.bellwether.alert.Alerts;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What people do with an alert; each form leads back to where it was. */
@Path("/alerts/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.OWNER)
@RunOnVirtualThread
@ForPeople
class AlertForms {

    private final Alerts alerts;
    private final Failures failures;
    private final Clock clock;

    AlertForms(Alerts alerts, Failures failures, Clock clock) {
        this.alerts = alerts;
        this.failures = failures;
        this.clock = clock;
    }

    @POST
    @Path("acknowledgements")
    @Operation(hidden = true)
    public Response acknowledge(
            @PathParam("id") UUID id,
            @FormParam("note") @Nullable String note,
            @FormParam("back") @Nullable String back) {
        alerts.acknowledge(id, text(note, "note"), null);
        return back(id, back);
    }

    /** @param length ISO-8601, for example {@code PT4H} */
    @POST
    @Path("snoozes")
    @Operation(hidden = true)
    public Response snooze(@PathParam("id") UUID id, @FormParam("length") @Nullable String length) {
        alerts.snooze(id, clock.instant().plus(length(length)));
        return back(id, null);
    }

    @POST
    @Path("comments")
    @Operation(hidden = true)
    public Response comment(@PathParam("id") UUID id, @FormParam("text") @Nullable String text) {
        alerts.comment(id, text(text, "text"));
        return back(id, null);
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private static Response back(UUID id, @Nullable String back) {
        return Response.seeOther(back == null ? URI.create("/alerts/" + id) : OwnPath.of(back))
                .build();
    }

    private static String text(@Nullable String given, String field) {
        if (given == null || given.isBlank()) {
            throw Problem.invalid(field, "Write a few words.");
        }
        return given.strip();
    }

    private static Duration length(@Nullable String given) {
        try {
            return Duration.parse(String.valueOf(given));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("length", "Must be an ISO-8601 duration such as PT4H.");
        }
    }
}
