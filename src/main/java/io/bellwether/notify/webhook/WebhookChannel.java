package io.bellwether.notify.webhook;

import io.bellwether.notify.Answers;
import io.bellwether.notify.Channel;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.HttpPost;
import io.bellwether.notify.HttpReply;
import io.bellwether.notify.Message;
import io.bellwether.platform.Json;
import io.bellwether.vendor.HttpUrl;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** POSTs each message with its id as {@code Idempotency-Key}; a receiver that keeps the keys sees each message once. */
@Singleton
final class WebhookChannel implements Channel<WebhookChannel.Settings> {

    /** @param url where to POST */
    record Settings(@NotNull @HttpUrl @Size(max = 2048) String url) {}

    private final HttpPost post;
    private final Json json;

    WebhookChannel(HttpPost post, Json json) {
        this.post = post;
        this.json = json;
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
    public Delivery send(Message message, Settings settings, String receiver) {
        String body = json.write(WebhookBody.of(message));
        Map<String, String> headers = Map.of("Idempotency-Key", message.id().toString());
        return switch (post.json(URI.create(settings.url()), body, headers)) {
            case HttpReply.Answer answer -> Answers.judge(answer);
            case HttpReply.None(Delivery delivery) -> delivery;
        };
    }
}
