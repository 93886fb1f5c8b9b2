package io.bellwether.notify.slack;

import io.bellwether.notify.Delivery;
import io.bellwether.notify.HttpPost;
import io.bellwether.notify.HttpReply;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Slack's Web API.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/">Web API</a>
 */
@Singleton
final class SlackApi {

    private final HttpPost post;
    private final Json json;
    private final String base;

    SlackApi(
            HttpPost post,
            Json json,
            @ConfigProperty(name = "bellwether.slack.api-url", defaultValue = "https://slack.com/api") URI base) {
        this.post = post;
        this.json = json;
        this.base = base.toString().replaceAll("/+$", "") + "/";
    }

    ApiAnswer call(String method, String token, Map<String, Object> body) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        return switch (post.json(URI.create(base + method), json.write(body), headers)) {
            case HttpReply.Answer answer -> ApiAnswer.of(answer, content(answer));
            case HttpReply.None(Delivery delivery) -> new ApiAnswer.Failed("", delivery);
        };
    }

    /** Empty for what is no JSON object. */
    private Map<String, Object> content(HttpReply.Answer answer) {
        try {
            return answer.body().stripLeading().startsWith("{") ? json.map(answer.body()) : Map.of();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
