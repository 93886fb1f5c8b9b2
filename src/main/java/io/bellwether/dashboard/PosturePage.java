package io.bellwether.dashboard;

import io.bellwether.fact.posture.SecurityViews;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A vendor's security posture: every finding with what to do about it, and the arithmetic of every grade. */
@Path("/vendors/{slug}/security")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class PosturePage {

    private final VendorRegister vendors;
    private final SecurityViews security;
    private final Frames frames;
    private final Failures failures;

    PosturePage(VendorRegister vendors, SecurityViews security, Frames frames, Failures failures) {
        this.vendors = vendors;
        this.security = security;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("slug") String slug, @QueryParam("lens") @Nullable String lens, @Context HttpHeaders request) {
        Vendor vendor = vendors.require(slug);
        Frame frame = frames.frame(request, lens, "Security of " + vendor.name(), Frame.Updates.NONE);
        return Response.ok(Templates.posture(frame, new PostureView(vendor, security.of(vendor)))
                        .render())
                .cookie(Visitors.remembered(frame.visitor().lens()))
                .build();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }
}
