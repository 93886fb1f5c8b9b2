package io.bellwether.vendor;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Known vendors, and taking one into the register. */
@Path("/api/v1/catalogue")
@RunOnVirtualThread
class CatalogueResource {

    private final Catalogue catalogue;
    private final Adoptions adoptions;

    CatalogueResource(Catalogue catalogue, Adoptions adoptions) {
        this.catalogue = catalogue;
        this.adoptions = adoptions;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<CatalogueEntry> search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return catalogue.search(q, Page.limit(limit), after);
    }

    @POST
    @Path("/{slug}/adoptions")
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response adopt(@PathParam("slug") String slug, @Nullable @Valid Adoption body) {
        AdoptedVendor adopted = adoptions.adopt(slug, Objects.requireNonNullElse(body, Adoption.PLAIN));
        Vendor vendor = adopted.vendor();
        return ETags.created(URI.create("/api/v1/vendors/" + vendor.slug()), vendor.version(), adopted);
    }
}
