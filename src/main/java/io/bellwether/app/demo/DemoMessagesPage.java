package io.bellwether.app.demo;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Shows what the demo's Slack and mail sinks have received. */
@Path("/demo/messages")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class DemoMessagesPage {

    private final Json json;

    DemoMessagesPage(Json json) {
        this.json = json;
    }

    @CheckedTemplate(basePath = "demo")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance messages(List<ShownMessage> messages);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list() {
        return Templates.messages(world().messages().reversed().stream()
                .map(message -> ShownMessage.of(message, json))
                .toList());
    }

    /** A mail as a mail program would show it, fenced off from everything else. */
    @GET
    @Path("/{number}/html")
    @Produces(MediaType.TEXT_HTML)
    public Response html(@PathParam("number") int number) {
        String html = world().messages().stream()
                .filter(message -> message.number() == number && message.html() != null)
                .findFirst()
                .map(SentMessage::html)
                .orElseThrow(() -> Problem.notFound("mail", number));
        return Response.ok(html)
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    private static DemoWorld world() {
        return DemoWorld.current().orElseThrow(() -> Problem.notFound("page", "demo/messages"));
    }
}
