package io.bellwether.config;

import io.bellwether.config.text.Source;
import io.bellwether.config.text.SourceReader;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Configuration as code. */
@Path("/api/v1/config")
@RunOnVirtualThread
class ConfigResource {

    /** RFC 9512. */
    private static final String YAML = "application/yaml";

    private final Configuration configuration;

    ConfigResource(Configuration configuration) {
        this.configuration = configuration;
    }

    @GET
    @Produces(YAML)
    @RolesAllowed(Role.Names.VIEWER)
    public String read() {
        return configuration.export();
    }

    @PUT
    @Consumes({YAML, "application/x-yaml", "text/yaml", "text/x-yaml", MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.OPERATOR)
    public Plan apply(
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @NotNull String body) {
        boolean json = type != null && type.startsWith(MediaType.APPLICATION_JSON);
        Source source = json ? SourceReader.json(body) : SourceReader.yaml(body);
        return Boolean.TRUE.equals(dryRun) ? configuration.plan(source) : configuration.apply(source);
    }
}
