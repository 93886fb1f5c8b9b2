package io.bellwether.notify.slack;

import io.bellwether.notify.Channel;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.Destination;
import io.bellwether.notify.HttpPost;
import io.bellwether.notify.HttpReply;
import io.bellwether.notify.Message;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Posts to a Slack incoming webhook, as Mattermost, Rocket.Chat and Discord's {@code /slack} URLs take it too, or as a bot, whose
 * messages keep up with the alert.
 */
@Singleton
final class SlackChannel implements Channel<SlackSettings> {

    private final HttpPost post;
    private final SlackBot bot;
    private final Json json;

    SlackChannel(HttpPost post, SlackBot bot, Json json) {
        this.post = post;
        this.bot = bot;
        this.json = json;
    }

    @Override
    public String kind() {
        return SlackPosts.KIND;
    }

    @Override
    public Class<SlackSettings> settings() {
        return SlackSettings.class;
    }

    @Override
    public Set<String> secretUrls() {
        return Set.of("url");
    }

    @Override
    public boolean gathers() {
        return true;
    }

    /** What Slack allows an incoming webhook, and a bot in one channel. */
    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Object shown(Message message) {
        return SlackMessage.blocks(message);
    }

    @Override
    public Delivery send(Message message, SlackSettings settings, Destination destination) {
        SlackSettings.Bot as = settings.bot();
        return as == null
                ? send(message, settings, destination.address())
                : bot.tell(message, as, destination.channel());
    }

    @Override
    public Delivery send(Message message, SlackSettings settings, String address) {
        URI url = URI.create(Objects.requireNonNull(settings.url()));
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
