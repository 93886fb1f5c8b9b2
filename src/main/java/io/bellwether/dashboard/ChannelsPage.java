package io.bellwether.dashboard;

import io.bellwether.notify.Audience;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** Where alerts are sent to. */
@Path("/channels")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class ChannelsPage {

    private static final String USUAL = "slack";

    private final Channels channels;
    private final ChannelTester tester;
    private final FormCheck check;
    private final Frames frames;
    private final Failures failures;

    ChannelsPage(Channels channels, ChannelTester tester, FormCheck check, Frames frames, Failures failures) {
        this.channels = channels;
        this.tester = tester;
        this.check = check;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public String list(@Context HttpHeaders request) {
        return page(request, null, null);
    }

    /** @param kind which form to show */
    @GET
    @Path("new")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response begin(@QueryParam("kind") @Nullable String kind, @Context HttpHeaders request) {
        return form(request, kind == null ? USUAL : kind, Filled.NOTHING, Status.OK);
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response add(@Context ServerRequestContext sent, @Context HttpHeaders request) {
        Filled form = Filled.sent(sent);
        String kind = form.value("kind");
        try {
            return back(channels.create(check.checked(wanted(kind, form))).id());
        } catch (Problem wrong) {
            return form(request, kind, form.refused(wrong), Status.BAD_REQUEST);
        }
    }

    @POST
    @Path("{id}/tests")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public String test(@PathParam("id") UUID id, @Context ServerRequestContext sent, @Context HttpHeaders request) {
        ConfiguredChannel channel = channels.require(id);
        Filled form = Filled.sent(sent);
        String to = form.text("to") == null
                ? null
                : check.checked(MailAddress.in(form)).to();
        return page(request, channel.name(), tester.test(id, to));
    }

    /** On when it was off, and off when it was on. */
    @POST
    @Path("{id}/switch")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response flip(@PathParam("id") UUID id) {
        ConfiguredChannel is = channels.require(id);
        channels.change(
                id,
                null,
                new NewChannel(
                        is.kind(), is.name(), is.settings(), is.lens(), !is.enabled(), is.quietHours(), is.fallback()));
        return back(id);
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private NewChannel wanted(String kind, Filled form) {
        Audience lens = Arrays.stream(Audience.values())
                .filter(audience -> audience.name().equals(form.value("lens")))
                .findFirst()
                .orElse(null);
        return new NewChannel(
                kind,
                form.value("name").strip(),
                new SettingsForm(schema(kind)).values(form),
                lens,
                null,
                null,
                form.text("fallback"));
    }

    private Map<String, Object> schema(String kind) {
        Map<String, Object> schema = channels.schemas().get(kind);
        if (schema == null) {
            throw Problem.notFound("kind of channel", kind);
        }
        return schema;
    }

    private Response form(HttpHeaders request, String kind, Filled form, Status status) {
        List<Choice> kinds = channels.schemas().keySet().stream()
                .map(name -> new Choice(name, ChannelWords.kind(name).key()))
                .toList();
        ChannelView view = new ChannelView(
                kind,
                ChannelWords.kind(kind).value(),
                kinds,
                new SettingsForm(schema(kind)).fields(ChannelWords.settings(kind)),
                all().stream().map(ConfiguredChannel::name).toList(),
                form);
        Frame frame = frames.frame(request, "Add a channel", Section.CHANNELS, Frame.Updates.NONE);
        return Response.status(status)
                .entity(Templates.channel(frame, view).render())
                .build();
    }

    private String page(HttpHeaders request, @Nullable String tested, @Nullable ChannelTest result) {
        Frame frame = frames.frame(request, "Channels", Section.CHANNELS, Frame.Updates.NONE);
        return Templates.channels(frame, new ChannelsView(all(), tested, result))
                .render();
    }

    private List<ConfiguredChannel> all() {
        return channels.list(Page.MAX_LIMIT, null).items();
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/channels#channel-" + id)).build();
    }
}
