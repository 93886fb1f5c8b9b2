package io.bellwether.dashboard;

import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.slo.MaintenanceQuery;
import io.bellwether.slo.MaintenanceWindow;
import io.bellwether.slo.MaintenanceWindows;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** When vendors work on their services. */
@Path("/maintenance")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class MaintenancePage {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final MaintenanceWindows windows;
    private final VendorRegister vendors;
    private final FormCheck check;
    private final Frames frames;
    private final Failures failures;
    private final Clock clock;

    MaintenancePage(
            MaintenanceWindows windows,
            VendorRegister vendors,
            FormCheck check,
            Frames frames,
            Failures failures,
            Clock clock) {
        this.windows = windows;
        this.vendors = vendors;
        this.check = check;
        this.frames = frames;
        this.failures = failures;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public String list(@Context HttpHeaders request) {
        Instant now = clock.instant();
        var page = windows.list(new MaintenanceQuery(null, now.minus(SHOWN), null, Page.MAX_LIMIT, null));
        Frame frame = frames.frame(request, "Maintenance", Section.ALERTS, Frame.Updates.NONE);
        return Templates.maintenance(frame, new MaintenanceView(page.items(), now))
                .render();
    }

    /** @param vendor a slug to begin with */
    @GET
    @Path("new")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response begin(
            @QueryParam("vendor") @Nullable String vendor,
            @QueryParam("reason") @Nullable String reason,
            @Context HttpHeaders request) {
        Filled form = Filled.with(Map.of(
                "vendor",
                Objects.requireNonNullElse(vendor, ""),
                "reason",
                Objects.requireNonNullElse(reason, ""),
                "excluded",
                "true",
                "mutesAlerts",
                "true"));
        return form(request, form, Status.OK);
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response enter(@Context ServerRequestContext sent, @Context HttpHeaders request) {
        Filled form = Filled.sent(sent);
        try {
            return back(windows.create(check.checked(MaintenanceWish.in(form, clock.instant())))
                    .id());
        } catch (Problem wrong) {
            return form(request, form.refused(wrong), Status.BAD_REQUEST);
        }
    }

    /** What has begun ends now and stays on record; what has not is taken out. */
    @POST
    @Path("{id}/end")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response end(@PathParam("id") UUID id) {
        Instant now = clock.instant();
        MaintenanceWindow window = windows.require(id);
        if (window.startsAt().isBefore(now)) {
            windows.patch(id, null, Map.of("endsAt", now.toString()));
        } else {
            windows.remove(id, null);
        }
        return back(id);
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private Response form(HttpHeaders request, Filled form, Status status) {
        List<Vendor> known = vendors.active().stream()
                .sorted(Comparator.comparing(Vendor::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        Frame frame = frames.frame(request, "Enter maintenance", Section.ALERTS, Frame.Updates.NONE);
        return Response.status(status)
                .entity(Templates.maintenanceForm(frame, new MaintenanceFormView(known, form))
                        .render())
                .build();
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/maintenance#window-" + id)).build();
    }
}
