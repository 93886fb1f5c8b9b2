package io.bellwether.notify.digest;

import io.bellwether.platform.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Gives up a digest by the link in it. Reading the link changes nothing: programs that look through mail do that too.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Path("/unsubscribe/{token}")
@RunOnVirtualThread
@PermitAll
@Produces(MediaType.TEXT_HTML)
class UnsubscribeResource {

    private final Unsubscribing unsubscribing;
    private final Subscriptions subscriptions;
    private final Template page;

    UnsubscribeResource(
            Unsubscribing unsubscribing,
            Subscriptions subscriptions,
            @Location("notify/unsubscribe.html") Template page) {
        this.unsubscribing = unsubscribing;
        this.subscriptions = subscriptions;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public String ask(@PathParam("token") String token) {
        return page(key(token), false);
    }

    /** Also from a mail program, which sends {@code List-Unsubscribe=One-Click}; whatever is sent, it is the link that counts. */
    @POST
    @Operation(hidden = true)
    public String unsubscribe(@PathParam("token") String token) {
        SubscriptionTable.Key key = key(token);
        subscriptions.remove(key.email(), key.topic());
        return page(key, true);
    }

    private SubscriptionTable.Key key(String token) {
        return unsubscribing.read(token).orElseThrow(() -> Problem.notFound("link", "unsubscribe"));
    }

    private String page(SubscriptionTable.Key key, boolean done) {
        return page.data("topic", key.topic().name().toLowerCase(Locale.ROOT))
                .data("done", done)
                .render();
    }
}
