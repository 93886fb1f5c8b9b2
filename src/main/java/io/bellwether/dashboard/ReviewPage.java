package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.review.NewSignOff;
import io.bellwether.review.Review;
import io.bellwether.review.Reviews;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.FormParam;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A quarterly review: read it, comment on it, sign it. */
@Path("/reviews/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class ReviewPage {

    private static final int MAX_COMMENT = 4000;

    private final Reviews reviews;
    private final VendorRegister vendors;
    private final Frames frames;
    private final Failures failures;

    ReviewPage(Reviews reviews, VendorRegister vendors, Frames frames, Failures failures) {
        this.reviews = reviews;
        this.vendors = vendors;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("id") UUID id, @QueryParam("lens") @Nullable String lens, @Context HttpHeaders request) {
        Review review = reviews.require(id);
        String vendor = vendors.require(review.vendor()).name();
        Frame frame = frames.frame(request, lens, vendor + " " + review.period(), Frame.Updates.NONE);
        Lens voice = frame.visitor().lens();
        return Response.ok(Templates.review(frame, ReviewView.of(review, vendor, voice))
                        .render())
                .cookie(Visitors.remembered(voice))
                .build();
    }

    @POST
    @Path("sections/{key}")
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response comment(
            @PathParam("id") UUID id,
            @PathParam("key") String key,
            @FormParam("comment") @Nullable @Size(max = MAX_COMMENT) String comment) {
        reviews.comment(id, key, comment == null ? "" : comment, null);
        return Response.seeOther(URI.create("/reviews/" + id + "#" + key)).build();
    }

    @POST
    @Path("sign-offs")
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response sign(
            @PathParam("id") UUID id,
            @FormParam("lens") Lens lens,
            @FormParam("decision") Review.Decision decision,
            @FormParam("comment") @Nullable @Size(max = MAX_COMMENT) String comment) {
        reviews.signOff(id, new NewSignOff(lens, decision, comment), null);
        return Response.seeOther(URI.create("/reviews/" + id + "#sign-offs")).build();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }
}
