package io.bellwether.notify.pagerduty;

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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens and resolves incidents at PagerDuty. */
@Singleton
final class PagerDutyChannel implements Channel<PagerDutyChannel.Settings> {

    private static final String EVENTS = "https://events.pagerduty.com/v2/enqueue";

    /**
     * @param routingKey the integration key of a service
     * @param url of the Events API, for accounts in another region; PagerDuty's usual one when absent
     */
    record Settings(
            @NotNull @Pattern(regexp = "[A-Za-z0-9]{32}", message = "must be 32 letters and digits") @Secret
            String routingKey,

            @Nullable @HttpUrl @Size(max = 2048) String url) {

        @Override
        public String toString() {
            return "Settings";
        }
    }

    private final HttpPost post;
    private final Json json;

    PagerDutyChannel(HttpPost post, Json json) {
        this.post = post;
        this.json = json;
    }

    @Override
    public String kind() {
        return "pagerduty";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean apart() {
        return true;
    }

    @Override
    public Object shown(Message message) {
        return PagerDutyEvent.of(message, "");
    }

    @Override
    public Delivery send(Message message, Settings settings, String address) {
        URI url = URI.create(Objects.requireNonNullElse(settings.url(), EVENTS));
        String body = json.write(PagerDutyEvent.of(message, settings.routingKey()));
        return switch (post.json(url, body, Map.of())) {
            case HttpReply.Answer answer -> Answers.judge(answer);
            case HttpReply.None(Delivery delivery) -> delivery;
        };
    }
}
