package io.bellwether.dashboard;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.review.NewReview;
import io.bellwether.review.Review;
import io.bellwether.review.Reviews;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** One vendor: how it stands, why, and what is being done about it. */
@Path("/vendors/{slug}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class VendorPage {

    private final VendorViews views;
    private final Reviews reviews;
    private final Frames frames;
    private final Failures failures;

    VendorPage(VendorViews views, Reviews reviews, Frames frames, Failures failures) {
        this.views = views;
        this.reviews = reviews;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("slug") String slug, @QueryParam("lens") @Nullable String lens, @Context HttpHeaders request) {
        VendorView view = views.of(slug);
        Frame frame = frames.frame(request, lens, view.vendor().name(), Frame.Updates.ALWAYS);
        return Response.ok(Templates.vendor(frame, view).render())
                .cookie(Visitors.remembered(frame.visitor().lens()))
                .build();
    }

    @POST
    @Path("reviews")
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response review(@PathParam("slug") String slug, @FormParam("period") String period) {
        Review review = reviews.open(slug, new NewReview(period, null)).review();
        return Response.seeOther(URI.create("/reviews/" + review.id())).build();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }
}
