package io.bellwether.notify.digest;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The digests that a person got, and what the next would say. */
@Path("/api/v1/people/{email}/digests")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OWNER)
class DigestsResource {

    /**
     * Which digest to look at.
     *
     * @param topic ALERTS when absent
     * @param from the end of the last digest that arrived when absent, and a day ago for who has not subscribed
     */
    record Preview(@Nullable Topic topic, @Nullable Instant from) {}

    private final DigestReads digests;

    DigestsResource(DigestReads digests) {
        this.digests = digests;
    }

    /** Newest first. */
    @GET
    public Page<PastDigest> list(
            @PathParam("email") String email,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return digests.list(email, limit, after);
    }

    /** Sends nothing and keeps nothing. */
    @POST
    @Path("/previews")
    public DigestPreview preview(@PathParam("email") String email, @NotNull @Valid Preview body) {
        return digests.preview(email, Objects.requireNonNullElse(body.topic(), Topic.ALERTS), body.from());
    }
}
