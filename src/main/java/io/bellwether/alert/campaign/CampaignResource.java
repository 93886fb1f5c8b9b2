package io.bellwether.alert.campaign;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns: when trouble with some vendors matters more than usual. */
@Path("/api/v1/campaigns")
@RunOnVirtualThread
class CampaignResource {

    private final Campaigns campaigns;

    CampaignResource(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<Campaign> list() {
        return new Page<>(campaigns.list(), null);
    }

    @POST
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response create(@NotNull @Valid NewCampaign body) {
        Campaign campaign = campaigns.create(body);
        return ETags.created(URI.create("/api/v1/campaigns/" + campaign.id()), campaign.version(), campaign);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Campaign campaign = campaigns.require(id);
        return ETags.read(ifNoneMatch, campaign.version(), campaign);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewCampaign body) {
        Campaign campaign = campaigns.change(id, ifMatch, body);
        return ETags.changed(campaign.version(), campaign);
    }

    /** What it raised falls back. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        campaigns.remove(id, ifMatch);
    }
}
