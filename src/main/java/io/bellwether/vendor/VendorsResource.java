package io.bellwether.vendor;

import io.bellwether.core.Tier;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The register of vendors. */
@Path("/api/v1/vendors")
@RunOnVirtualThread
class VendorsResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final VendorRegister register;

    VendorsResource(VendorRegister register) {
        this.register = register;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<Vendor> list(
            @QueryParam("tier") @Nullable Tier tier,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return register.list(new VendorQuery(tier, q, Page.limit(limit), after));
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@NotNull @Valid NewVendor body) {
        Vendor vendor = register.create(body);
        return ETags.created(URI.create("/api/v1/vendors/" + vendor.slug()), vendor.version(), vendor);
    }

    @GET
    @Path("/{slug}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Vendor vendor = register.require(slug);
        return ETags.read(ifNoneMatch, vendor.version(), vendor);
    }

    @PUT
    @Path("/{slug}")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response replace(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewVendor body) {
        Vendor vendor = register.change(slug, ifMatch, body);
        return ETags.changed(vendor.version(), vendor);
    }

    @PATCH
    @Path("/{slug}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.Names.OPERATOR)
    public Response patch(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull Map<String, Object> body) {
        Vendor vendor = register.patch(slug, ifMatch, body);
        return ETags.changed(vendor.version(), vendor);
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void archive(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        register.archive(slug, ifMatch);
    }
}
