package io.bellwether.notify.teams;

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
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Posts to a workflow of Microsoft Teams that begins with a webhook request. */
@Singleton
final class TeamsChannel implements Channel<TeamsChannel.Settings> {

    /** @param url the workflow's, a secret */
    record Settings(
            @NotNull @HttpUrl @Size(max = 2048) @Secret String url) {

        @Override
        public String toString() {
            return "Settings";
        }
    }

    private final HttpPost post;
    private final Json json;

    TeamsChannel(HttpPost post, Json json) {
        this.post = post;
        this.json = json;
    }

    @Override
    public String kind() {
        return "teams";
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

    /** Teams takes four requests a second. */
    @Override
    public Duration pace() {
        return Duration.ofMillis(500);
    }

    @Override
    public Object shown(Message message) {
        return TeamsCard.of(message);
    }

    @Override
    public Delivery send(Message message, Settings settings, String address) {
        String body = json.write(TeamsCard.of(message));
        return switch (post.json(URI.create(settings.url()), body, Map.of())) {
            case HttpReply.Answer answer -> Answers.judge(answer);
            case HttpReply.None(Delivery delivery) -> delivery;
        };
    }
}
