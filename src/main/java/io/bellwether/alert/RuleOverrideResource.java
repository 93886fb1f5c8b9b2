package io.bellwether.alert;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.UUID;

/** The numbers of rules that differ for single vendors; owners set them within the bounds of the rule. */
@Path("/api/v1/alert-rules/{id}/overrides")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class RuleOverrideResource {

    record NewOverride(@NotNull @Size(min = 1, max = 20) Map<String, @NotNull Double> settings) {}

    private final RuleOverrides overrides;

    RuleOverrideResource(RuleOverrides overrides) {
        this.overrides = overrides;
    }

    @GET
    public Page<RuleOverride> list(@PathParam("id") UUID id) {
        return new Page<>(overrides.list(id), null);
    }

    /** Replaces all numbers that this vendor has of its own. */
    @PUT
    @Path("/{vendor}")
    @RolesAllowed(Role.Names.OWNER)
    public RuleOverride put(
            @PathParam("id") UUID id, @PathParam("vendor") String vendor, @NotNull @Valid NewOverride body) {
        return overrides.put(id, vendor, body.settings());
    }

    /** The vendor is judged like the others again. */
    @DELETE
    @Path("/{vendor}")
    @RolesAllowed(Role.Names.OWNER)
    public void remove(@PathParam("id") UUID id, @PathParam("vendor") String vendor) {
        overrides.remove(id, vendor);
    }
}
