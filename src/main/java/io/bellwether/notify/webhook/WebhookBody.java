package io.bellwether.notify.webhook;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Audience;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Message;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a webhook's receiver reads.
 *
 * @param id the same for every attempt
 * @param test whether a person asked for it to try the channel
 * @param at when it happened
 */
record WebhookBody(
        UUID id,
        Happening kind,
        boolean test,
        Instant at,
        Alert alert,
        Audience lens,
        String title,
        Voices text,
        Map<String, Object> facts) {

    /** @param link the alert's page for people */
    record Alert(UUID id, int transition, String rule, Severity severity, Vendor vendor, URI link) {}

    record Vendor(String slug, String name) {}

    static WebhookBody of(Message message) {
        return new WebhookBody(
                message.id(),
                message.happening(),
                message.test(),
                message.at(),
                new Alert(
                        message.episode(),
                        message.transition(),
                        message.rule(),
                        message.severity(),
                        new Vendor(message.vendorSlug(), message.vendorName()),
                        message.link()),
                message.audience(),
                message.title(),
                message.text(),
                message.facts());
    }
}
