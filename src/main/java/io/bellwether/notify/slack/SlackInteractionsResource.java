package io.bellwether.notify.slack;

import io.bellwether.platform.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/** Where Slack tells that somebody pressed a button: the "Request URL" of an app's interactivity. Its signature is its token. */
@Path("/api/v1/slack/interactions")
@PermitAll
@SecurityRequirements
@RunOnVirtualThread
class SlackInteractionsResource {

    private static final int LARGEST = 512 * 1024;

    private final SigningSecrets secrets;
    private final SlackClicks clicks;
    private final Clock clock;

    SlackInteractionsResource(SigningSecrets secrets, SlackClicks clicks, Clock clock) {
        this.secrets = secrets;
        this.clicks = clicks;
        this.clock = clock;
    }

    /** Slack waits three seconds for the answer, so whatever there is to do is done after it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response press(
            @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
            @HeaderParam("X-Slack-Signature") @Nullable String signature,
            InputStream body)
            throws IOException {
        byte[] raw = body.readNBytes(LARGEST);
        SlackSignature signed = new SlackSignature(timestamp, signature, raw);
        Optional<String> secret = signed.isRecent(clock.instant()) ? secrets.behind(signed) : Optional.empty();
        if (secret.isEmpty()) {
            throw Problem.unauthorized(
                    "The signature is missing, too old, or none of a Slack channel's signingSecret; check that setting.");
        }
        clicks.take(raw, secret.get());
        return Response.ok().header("Cache-Control", "no-store").build();
    }
}
