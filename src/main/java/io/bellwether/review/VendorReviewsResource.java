package io.bellwether.review;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The reviews of one vendor. */
@Path("/api/v1/vendors/{slug}/reviews")
@RunOnVirtualThread
class VendorReviewsResource {

    private final VendorRegister vendors;
    private final Reviews reviews;

    VendorReviewsResource(VendorRegister vendors, Reviews reviews) {
        this.vendors = vendors;
        this.reviews = reviews;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ReviewSummary> list(
            @PathParam("slug") String slug,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return reviews.of(vendors.require(slug).id(), limit, after);
    }

    /** 201 for a new review, 200 for one that was there. */
    @POST
    @RolesAllowed(Role.Names.OWNER)
    public Response open(@PathParam("slug") String slug, @NotNull @Valid NewReview body) {
        Opened opened = reviews.open(slug, body);
        Review review = opened.review();
        return opened.created()
                ? ETags.created(URI.create(Links.review(review.id())), review.version(), review)
                : ETags.changed(review.version(), review);
    }
}
