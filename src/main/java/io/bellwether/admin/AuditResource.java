package io.bellwether.admin;

import io.bellwether.platform.Audit;
import io.bellwether.platform.AuditChain;
import io.bellwether.platform.AuditEntry;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Path("/api/v1/audit")
@RolesAllowed(Role.Names.ADMIN)
@RunOnVirtualThread
class AuditResource {

    private final Audit audit;
    private final AuditChain chain;

    AuditResource(Audit audit, AuditChain chain) {
        this.audit = audit;
        this.chain = chain;
    }

    @GET
    public Page<AuditEntry> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        return audit.list(Page.limit(limit), after);
    }

    /** Whether the log is as it was written; reads all of it. */
    @GET
    @Path("/verification")
    public AuditChain.Verification verify() {
        return chain.verify();
    }
}
