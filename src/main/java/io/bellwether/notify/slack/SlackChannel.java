package io.bellwether.notify.slack;

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
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Posts to a Slack incoming webhook; Mattermost, Rocket.Chat and Discord's {@code /slack} URLs take the same. */
@Singleton
final class SlackChannel implements Channel<SlackChannel.Settings> {

    /** @param url the incoming webhook's, a secret */
    record Settings(
            @NotNull @HttpUrl @Size(max = 2048) @Secret String url) {

        @Override
        public String toString() {
            return "Settings";
        }
    }

    private final HttpPost post;
    private final Json json;

    SlackChannel(HttpPost post, Json json) {
        this.post = post;
        this.json = json;
    }

    @Override
    public String kind() {
        return "slack";
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
    public boolean gathers() {
        return true;
    }

    /** What Slack allows an incoming webhook. */
    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Delivery send(Message message, Settings settings, String address) {
        URI url = URI.create(settings.url());
        HttpReply reply = post(url, SlackMessage.blocks(message));
        if (reply instanceof HttpReply.Answer answer && SlackAnswer.badPayload(answer)) {
            reply = post(url, SlackMessage.plain(message));
        }
        return switch (reply) {
            case HttpReply.Answer answer -> SlackAnswer.judge(answer);
            case HttpReply.None(Delivery delivery) -> delivery;
        };
    }

    private HttpReply post(URI url, Map<String, Object> body) {
        return post.json(url, json.write(body), Map.of());
    }
}
