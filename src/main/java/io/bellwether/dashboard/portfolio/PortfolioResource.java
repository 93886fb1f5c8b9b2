package io.bellwether.dashboard.portfolio;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/portfolio")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class PortfolioResource {

    private final Portfolio portfolio;

    PortfolioResource(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @GET
    public Page<PortfolioRow> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("tier") @Nullable String tier,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return portfolio.page(PortfolioFilter.of(q, tier, status), limit, after);
    }

    @GET
    @Path("slipping")
    public Page<PortfolioRow> slipping() {
        return portfolio.slipping();
    }
}
