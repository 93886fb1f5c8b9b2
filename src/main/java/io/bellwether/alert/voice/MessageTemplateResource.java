package io.bellwether.alert.voice;

import io.bellwether.core.Lens;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that alerts are told in. */
@Path("/api/v1/message-templates")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class MessageTemplateResource {

    /** @param texts by kind of message: FIRING, REMINDER, SEVERITY_CHANGED, RESOLVED, UNSTABLE */
    record Texts(@NotNull Map<String, @NotNull String> texts) {}

    private final MessageTemplates templates;

    MessageTemplateResource(MessageTemplates templates) {
        this.templates = templates;
    }

    @GET
    public Page<MessageTemplate> list() {
        return new Page<>(templates.list(), null);
    }

    @GET
    @Path("/{rule}/{lens}")
    public Response get(
            @PathParam("rule") String rule,
            @PathParam("lens") String lens,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        MessageTemplate template = templates.require(rule, lens(lens));
        return ETags.read(ifNoneMatch, template.version(), template);
    }

    /** Replaces the edited templates; kinds of message that are left out are told in the built-in words. */
    @PUT
    @Path("/{rule}/{lens}")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response put(
            @PathParam("rule") String rule,
            @PathParam("lens") String lens,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Texts body) {
        MessageTemplate template = templates.replace(rule, lens(lens), ifMatch, body.texts());
        return ETags.changed(template.version(), template);
    }

    /** Goes back to the built-in words. */
    @DELETE
    @Path("/{rule}/{lens}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void delete(
            @PathParam("rule") String rule,
            @PathParam("lens") String lens,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        templates.replace(rule, lens(lens), ifMatch, Map.of());
    }

    private static Lens lens(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "it" -> Lens.IT;
            case "marketing" -> Lens.MARKETING;
            default -> throw Problem.notFound("lens", text);
        };
    }
}
