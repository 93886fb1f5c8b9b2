package io.bellwether.notify;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where alerts go. */
@Path("/api/v1/channels")
@RunOnVirtualThread
class ChannelsResource {

    private final Channels channels;
    private final ChannelTester tester;

    ChannelsResource(Channels channels, ChannelTester tester) {
        this.channels = channels;
        this.tester = tester;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ConfiguredChannel> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        return channels.list(limit, after);
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@NotNull @Valid NewChannel body) {
        ConfiguredChannel channel = channels.create(body);
        return ETags.created(URI.create("/api/v1/channels/" + channel.id()), channel.version(), channel);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        ConfiguredChannel channel = channels.require(id);
        return ETags.read(ifNoneMatch, channel.version(), channel);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewChannel body) {
        ConfiguredChannel channel = channels.change(id, ifMatch, body);
        return ETags.changed(channel.version(), channel);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        channels.remove(id, ifMatch);
    }

    @POST
    @Path("/{id}/tests")
    @RolesAllowed(Role.Names.OPERATOR)
    public ChannelTest test(@PathParam("id") UUID id, @Nullable @Valid TestRequest body) {
        return tester.test(
                id, Objects.requireNonNullElse(body, TestRequest.PLAIN).to());
    }
}
