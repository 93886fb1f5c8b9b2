package io.bellwether.dashboard;

import io.bellwether.alert.SilencePreview;
import io.bellwether.alert.SilencePreviews;
import io.bellwether.alert.silence.NewSilence;
import io.bellwether.alert.silence.SetSilence;
import io.bellwether.alert.silence.Silences;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** What people do not want to be told for a while. A silence is set only after it was shown what it covers. */
@Path("/silences")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class SilencesPage {

    private static final Duration USUAL = Duration.ofHours(4);

    private final Silences silences;
    private final SilencePreviews previews;
    private final FormCheck check;
    private final Frames frames;
    private final Failures failures;
    private final Clock clock;

    SilencesPage(
            Silences silences,
            SilencePreviews previews,
            FormCheck check,
            Frames frames,
            Failures failures,
            Clock clock) {
        this.silences = silences;
        this.previews = previews;
        this.check = check;
        this.frames = frames;
        this.failures = failures;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public String list(@Context HttpHeaders request) {
        Frame frame = frames.frame(request, "Silences", Section.ALERTS, Frame.Updates.NONE);
        return Templates.silences(frame, new SilencesView(silences.list())).render();
    }

    /** @param matchers to begin with, from a link; it is shown at once what they match */
    @GET
    @Path("new")
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response begin(
            @QueryParam("matcher") List<String> matchers,
            @QueryParam("comment") @Nullable String comment,
            @Context HttpHeaders request) {
        Filled form = Filled.with(Map.of(
                "matchers", String.join("\n", matchers),
                "length", USUAL.toString(),
                "comment", Objects.requireNonNullElse(comment, "")));
        if (matchers.isEmpty()) {
            return page(request, form, null, Status.OK);
        }
        try {
            NewSilence wanted = new NewSilence(matchers, null, clock.instant().plus(USUAL), "");
            return page(request, form, previews.of(wanted), Status.OK);
        } catch (Problem wrong) {
            return page(request, form.refused(wrong), null, Status.BAD_REQUEST);
        }
    }

    /** Sets it when it was shown before what exactly these matchers cover; else shows that first. */
    @POST
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response set(@Context ServerRequestContext sent, @Context HttpHeaders request) {
        Filled form = Filled.sent(sent);
        try {
            NewSilence wanted = wanted(form);
            if (!form.lines("previewed").equals(wanted.matchers())) {
                return page(request, form, previews.of(wanted), Status.OK);
            }
            return back(silences.create(wanted).id());
        } catch (Problem wrong) {
            return page(request, form.refused(wrong), null, Status.BAD_REQUEST);
        }
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response end(@PathParam("id") UUID id) {
        return back(silences.end(id).id());
    }

    @POST
    @Path("{id}/prolongations")
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response prolong(@PathParam("id") UUID id, @Context ServerRequestContext sent) {
        SetSilence silence = silences.require(id);
        Duration by = Objects.requireNonNullElse(Filled.sent(sent).length("length"), USUAL);
        silences.change(
                id,
                null,
                new NewSilence(
                        silence.matchers(), silence.startsAt(), silence.endsAt().plus(by), silence.comment()));
        return back(id);
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private NewSilence wanted(Filled form) {
        Instant startsAt = form.time("startsAt");
        Instant endsAt = form.time("endsAt");
        Duration length = Objects.requireNonNullElse(form.length("length"), USUAL);
        Instant begin = Objects.requireNonNullElseGet(startsAt, clock::instant);
        return check.checked(new NewSilence(
                form.lines("matchers"),
                startsAt,
                endsAt == null ? begin.plus(length) : endsAt,
                form.value("comment").strip()));
    }

    private Response page(HttpHeaders request, Filled form, @Nullable SilencePreview preview, Status status) {
        Frame frame = frames.frame(request, "New silence", Section.ALERTS, Frame.Updates.NONE);
        return Response.status(status)
                .entity(Templates.silence(frame, new SilenceView(form, preview)).render())
                .build();
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/silences#silence-" + id)).build();
    }
}
