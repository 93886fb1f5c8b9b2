package io.bellwether.notify.webhook;

import io.bellwether.notify.Answers;
import io.bellwether.notify.Channel;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.HttpPost;
import io.bellwether.notify.HttpReply;
import io.bellwether.notify.Message;
import io.bellwether.platform.Json;
import io.bellwether.platform.secret.Secret;
import io.bellwether.vendor.HttpUrl;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** POSTs each message with its id as {@code Idempotency-Key}; a receiver that keeps the keys sees each message once. */
@Singleton
final class WebhookChannel implements Channel<WebhookChannel.Settings> {

    /**
     * @param url where to POST
     * @param secret with which messages are signed as Standard Webhooks has it; null for no signature
     */
    record Settings(
            @NotNull @HttpUrl @Size(max = 2048) @Secret String url,

            @Size(min = 24, max = 200) @Pattern(
                    regexp = "(?!whsec_).*|whsec_([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}=?)?",
                    message = "must be base 64 behind whsec_, or not begin with it")
            @Secret
            @Nullable String secret) {

        @Override
        public String toString() {
            return "Settings";
        }
    }

    private final HttpPost post;
    private final Json json;
    private final Clock clock;

    WebhookChannel(HttpPost post, Json json, Clock clock) {
        this.post = post;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Set<String> secretUrls() {
        return Set.of("url");
    }

    @Override
    public Object shown(Message message) {
        return WebhookBody.of(message);
    }

    @Override
    public Delivery send(Message message, Settings settings, String address) {
        String id = message.id().toString();
        String body = json.write(WebhookBody.of(message));
        Map<String, String> headers = new HashMap<>(Map.of("Idempotency-Key", id));
        if (settings.secret() != null) {
            headers.putAll(Signature.headers(settings.secret(), id, clock.instant(), body));
        }
        return switch (post.json(URI.create(settings.url()), body, headers)) {
            case HttpReply.Answer answer -> Answers.judge(answer);
            case HttpReply.None(Delivery delivery) -> delivery;
        };
    }
}
