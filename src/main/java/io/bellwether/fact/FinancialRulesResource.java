package io.bellwether.fact;

import io.bellwether.core.score.FactWeights;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What finances are judged by, published whole. */
@Path("/api/v1/finance")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class FinancialRulesResource {

    /** The rule set that counts; earlier ones are part of earlier versions of the program. */
    @GET
    @Path("/rule-sets")
    public Page<FinancialRules> ruleSets() {
        return new Page<>(List.of(FinancialRules.current()), null);
    }

    /** The kinds of dated facts that can be told of a vendor's finances. */
    @GET
    @Path("/fact-kinds")
    public Page<FactKind> factKinds() {
        return new Page<>(FactWeights.all().stream().map(FactKind::of).toList(), null);
    }
}
