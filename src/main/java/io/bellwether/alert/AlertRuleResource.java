package io.bellwether.alert;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules that open alerts: those that are built in, and those that people make. */
@Path("/api/v1/alert-rules")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class AlertRuleResource {

    private final AlertRules rules;

    AlertRuleResource(AlertRules rules) {
        this.rules = rules;
    }

    @GET
    public Page<AlertRule> list() {
        return new Page<>(rules.list(), null);
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@NotNull @Valid NewAlertRule body) {
        AlertRule rule = rules.create(body);
        return ETags.created(URI.create("/api/v1/alert-rules/" + rule.id()), rule.version(), rule);
    }

    @GET
    @Path("/{id}")
    public Response get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        AlertRule rule = rules.require(id);
        return ETags.read(ifNoneMatch, rule.version(), rule);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AlertRuleChange body) {
        AlertRule rule = rules.change(id, ifMatch, body);
        return ETags.changed(rule.version(), rule);
    }

    /** Its open alerts end. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        rules.remove(id, ifMatch);
    }
}
