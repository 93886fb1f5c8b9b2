package io.bellwether.notify.escalation;

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

/** Escalation policies: who is told next when nobody takes care of an alert. */
@Path("/api/v1/escalation-policies")
@RunOnVirtualThread
class PoliciesResource {

    private final Policies policies;

    PoliciesResource(Policies policies) {
        this.policies = policies;
    }

    /** In the order in which they are looked at. */
    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<EscalationPolicy> list() {
        return new Page<>(policies.list(), null);
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@NotNull @Valid NewPolicy body) {
        EscalationPolicy policy = policies.create(body);
        return ETags.created(URI.create("/api/v1/escalation-policies/" + policy.id()), policy.version(), policy);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        EscalationPolicy policy = policies.require(id);
        return ETags.read(ifNoneMatch, policy.version(), policy);
    }

    /** For alerts that begin from now on; those that fire keep their steps. */
    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewPolicy body) {
        EscalationPolicy policy = policies.change(id, ifMatch, body);
        return ETags.changed(policy.version(), policy);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        policies.remove(id, ifMatch);
    }
}
