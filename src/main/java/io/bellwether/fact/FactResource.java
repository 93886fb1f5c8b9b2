package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.fact.finance.FiledFinance;
import io.bellwether.fact.finance.StatedStatements;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;

/** The evidence behind the financial score. */
@Path("/api/v1/vendors/{slug}")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class FactResource {

    private final VendorRegister vendors;
    private final Facts facts;
    private final FiledFinance filed;
    private final StatedStatements stated;
    private final Suppressions suppressions;
    private final FinancialJudge judge;
    private final Clock clock;

    FactResource(
            VendorRegister vendors,
            Facts facts,
            FiledFinance filed,
            StatedStatements stated,
            Suppressions suppressions,
            FinancialJudge judge,
            Clock clock) {
        this.vendors = vendors;
        this.facts = facts;
        this.filed = filed;
        this.stated = stated;
        this.suppressions = suppressions;
        this.judge = judge;
        this.clock = clock;
    }

    @GET
    @Path("/finance")
    public FinanceFacts finance(String slug) {
        Vendor vendor = vendors.require(slug);
        Instant now = clock.instant();
        return FinanceFacts.of(
                slug,
                facts.current(vendor.id(), Dimension.FINANCIAL),
                suppressions.of(vendor.id(), Dimension.FINANCIAL, now),
                filed.of(vendor.id(), now).orElse(null),
                stated.of(vendor.id()),
                judge.of(vendor),
                now);
    }
}
