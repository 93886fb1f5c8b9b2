package io.bellwether.config.imports;

import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Other monitors' configurations as ours. Nothing is written; the answer is to be reviewed. */
@Path("/api/v1/config/imports")
@Consumes({"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", MediaType.APPLICATION_JSON})
@RunOnVirtualThread
class ImportsResource {

    private final Imports imports;

    ImportsResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.OPERATOR)
    public Imported read(@QueryParam("format") @Nullable String format, @NotNull String body) {
        return imports.read(format, body);
    }

    @POST
    @Produces("application/yaml;qs=0.5")
    @RolesAllowed(Role.Names.OPERATOR)
    public String readAsDocument(@QueryParam("format") @Nullable String format, @NotNull String body) {
        return imports.read(format, body).commented();
    }
}
