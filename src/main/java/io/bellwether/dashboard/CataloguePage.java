package io.bellwether.dashboard;

import io.bellwether.core.Tier;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Adoption;
import io.bellwether.vendor.Adoptions;
import io.bellwether.vendor.Catalogue;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The vendors that come with us, ready to be adopted. */
@Path("/catalogue")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class CataloguePage {

    private final Catalogue catalogue;
    private final Adoptions adoptions;
    private final VendorRegister vendors;
    private final Frames frames;
    private final Failures failures;

    CataloguePage(Catalogue catalogue, Adoptions adoptions, VendorRegister vendors, Frames frames, Failures failures) {
        this.catalogue = catalogue;
        this.adoptions = adoptions;
        this.vendors = vendors;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public String list(@QueryParam("q") @Nullable String q, @Context HttpHeaders request) {
        var entries = catalogue.search(q, Page.MAX_LIMIT, null).items();
        Set<String> adopted = vendors.active().stream().map(Vendor::slug).collect(Collectors.toSet());
        Frame frame = frames.frame(request, "Catalogue", Section.CATALOGUE, Frame.Updates.NONE);
        return Templates.catalogue(frame, new CatalogueView(q == null ? "" : q, entries, adopted))
                .render();
    }

    @POST
    @Path("{slug}/adoptions")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response adopt(@PathParam("slug") String slug, @FormParam("tier") @Nullable Tier tier) {
        adoptions.adopt(slug, new Adoption(tier, null));
        return Response.seeOther(URI.create("/vendors/" + slug)).build();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }
}
