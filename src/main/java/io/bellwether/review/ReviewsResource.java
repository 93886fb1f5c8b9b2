package io.bellwether.review;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One review: read, comment, sign, take along. */
@Path("/api/v1/reviews/{id}")
@RunOnVirtualThread
class ReviewsResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Reviews reviews;

    ReviewsResource(Reviews reviews) {
        this.reviews = reviews;
    }

    /** Always in full: whether the hash is right can change without the version. */
    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(@PathParam("id") UUID id) {
        Review review = reviews.require(id);
        return ETags.changed(review.version(), review);
    }

    @PATCH
    @Path("/sections/{key}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.Names.OWNER)
    public Response comment(
            @PathParam("id") UUID id,
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewComment body) {
        Review review = reviews.comment(id, key, body.comment(), ifMatch);
        return ETags.changed(review.version(), review);
    }

    @POST
    @Path("/sign-offs")
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response signOff(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSignOff body) {
        Review review = reviews.signOff(id, body, ifMatch);
        return ETags.created(URI.create(Links.review(id)), review.version(), review);
    }

    @GET
    @Path("/export")
    @RolesAllowed(Role.Names.VIEWER)
    public Response export(@PathParam("id") UUID id, @QueryParam("format") @Nullable String format) {
        ReviewExport export = reviews.export(id, format);
        return Response.ok(export.content(), export.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.fileName() + "\"")
                .build();
    }
}
