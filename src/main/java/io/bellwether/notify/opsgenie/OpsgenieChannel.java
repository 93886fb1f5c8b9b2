package io.bellwether.notify.opsgenie;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.language.PlainText;
import io.bellwether.notify.Answers;
import io.bellwether.notify.Channel;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.HttpPost;
import io.bellwether.notify.HttpReply;
import io.bellwether.notify.Message;
import io.bellwether.notify.Telling;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes alerts by Opsgenie's Alert API. All news of one alert has the same alias, so they make one alert there.
 *
 * @see <a href="https://docs.opsgenie.com/docs/alert-api">Alert API</a>
 */
@Singleton
final class OpsgenieChannel implements Channel<OpsgenieChannel.Settings> {

    private static final String OPSGENIE = "https://api.opsgenie.com";
    private static final int LONGEST_MESSAGE = 130;
    private static final int LONGEST_DESCRIPTION = 15_000;
    private static final int LONGEST_TAG = 50;

    /**
     * @param apiKey of an API integration
     * @param url where the API begins; Opsgenie's when absent
     */
    record Settings(
            @NotNull @Pattern(regexp = "[\\x21-\\x7e]{8,200}", message = "must be 8 to 200 visible characters") @Secret
            String apiKey,

            @Nullable @HttpUrl @Size(max = 2048) String url) {

        @Override
        public String toString() {
            return "Settings";
        }
    }

    private final HttpPost post;
    private final Json json;

    OpsgenieChannel(HttpPost post, Json json) {
        this.post = post;
        this.json = json;
    }

    @Override
    public String kind() {
        return "opsgenie";
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
        return body(message);
    }

    @Override
    public Delivery send(Message message, Settings settings, String address) {
        Telling telling = message.lead();
        String base = Objects.requireNonNullElse(settings.url(), OPSGENIE).replaceAll("/+$", "");
        boolean over = telling.happening().over();
        String path = over ? "/v2/alerts/" + telling.episode() + "/close?identifierType=alias" : "/v2/alerts";
        String body = json.write(body(message));
        Map<String, String> headers = Map.of("Authorization", "GenieKey " + settings.apiKey());
        return switch (post.json(URI.create(base + path), body, headers)) {
            case HttpReply.Answer answer
            when over && answer.status() == 404 ->
                new Delivery.Delivered("There is no such alert there any more: " + answer.told());
            case HttpReply.Answer answer -> Answers.judge(answer);
            case HttpReply.None(Delivery delivery) -> delivery;
        };
    }

    private static Map<String, Object> body(Message message) {
        return message.lead().happening().over() ? close(message.lead()) : create(message);
    }

    private static Map<String, Object> create(Message message) {
        Telling telling = message.lead();
        return Map.of(
                "message", PlainText.line(message.title(), LONGEST_MESSAGE),
                "alias", telling.episode().toString(),
                "description", description(telling),
                "entity", telling.vendorSlug(),
                "source", "Bellwether",
                "priority", priority(telling.severity()),
                "tags",
                        Stream.of(telling.rule(), telling.vendorSlug())
                                .map(tag -> PlainText.line(tag, LONGEST_TAG))
                                .toList(),
                "details", Map.of("link", telling.link().toString()));
    }

    private static Map<String, Object> close(Telling telling) {
        return Map.of("source", "Bellwether", "note", description(telling));
    }

    private static String description(Telling telling) {
        String text = telling.text().it() + "\n\n" + telling.text().marketing() + "\n\n" + telling.link();
        return PlainText.cut(text, LONGEST_DESCRIPTION);
    }

    private static String priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "P1";
            case WARNING -> "P3";
            case INFO -> "P5";
        };
    }
}
