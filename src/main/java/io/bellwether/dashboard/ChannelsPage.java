package io.bellwether.dashboard;

import io.bellwether.notify.ChannelTest;
import io.bellwether.notify.ChannelTester;
import io.bellwether.notify.Channels;
import io.bellwether.notify.ConfiguredChannel;
import io.bellwether.notify.NewChannel;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Where alerts are sent to. */
@Path("/channels")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class ChannelsPage {

    private static final String EMAIL = "email";

    private final Channels channels;
    private final ChannelTester tester;
    private final Frames frames;
    private final Failures failures;

    ChannelsPage(Channels channels, ChannelTester tester, Frames frames, Failures failures) {
        this.channels = channels;
        this.tester = tester;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public String list(@Context HttpHeaders request) {
        return page(request, null, null);
    }

    /** @param target a URL, or for mail the addresses, separated by commas or spaces; none for each vendor's owners */
    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response add(
            @FormParam("kind") String kind,
            @FormParam("name") @NotBlank @Size(max = 120) String name,
            @FormParam("target") String target) {
        channels.create(new NewChannel(kind, name.strip(), settings(kind, target.strip()), null, null, null));
        return Response.seeOther(URI.create("/channels")).build();
    }

    @POST
    @Path("{id}/tests")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public String test(@PathParam("id") UUID id, @Context HttpHeaders request) {
        ConfiguredChannel channel = channels.require(id);
        return page(request, channel.name(), tester.test(id, null));
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private String page(HttpHeaders request, @Nullable String tested, @Nullable ChannelTest result) {
        Frame frame = frames.frame(request, "Channels", Section.CHANNELS, Frame.Updates.NONE);
        var known = channels.list(Page.MAX_LIMIT, null).items();
        return Templates.channels(frame, new ChannelsView(known, tested, result))
                .render();
    }

    private static Map<String, Object> settings(String kind, String target) {
        if (!kind.equals(EMAIL)) {
            return Map.of("url", target);
        }
        return target.isEmpty() ? Map.of() : Map.of("to", Arrays.asList(target.split("[,;\\s]+")));
    }
}
