package io.bellwether.notify.digest;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The digests that a person wants. */
@Path("/api/v1/people/{email}/subscriptions")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OWNER)
class SubscriptionsResource {

    private final Subscriptions subscriptions;

    SubscriptionsResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    public Page<Subscription> list(@PathParam("email") String email) {
        return new Page<>(subscriptions.of(email), null);
    }

    @GET
    @Path("/{topic}")
    public Response read(
            @PathParam("email") String email,
            @PathParam("topic") Topic topic,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Subscription subscription = subscriptions.require(email, topic);
        return ETags.read(ifNoneMatch, subscription.version(), subscription);
    }

    /** Subscribes, or changes when the digests come. */
    @PUT
    @Path("/{topic}")
    public Response put(
            @PathParam("email") String email,
            @PathParam("topic") Topic topic,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSubscription body) {
        Subscription subscription = subscriptions.put(email, topic, ifMatch, body);
        return ETags.changed(subscription.version(), subscription);
    }

    @DELETE
    @Path("/{topic}")
    public void remove(@PathParam("email") String email, @PathParam("topic") Topic topic) {
        subscriptions.remove(email, topic);
    }
}
