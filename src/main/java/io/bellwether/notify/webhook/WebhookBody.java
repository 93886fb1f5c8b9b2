package io.bellwether.notify.webhook;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Audience;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Message;
import io.bellwether.notify.Telling;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a webhook's receiver reads.
 *
 * @param id the same for every attempt
 * @param test whether a person asked for it to try the channel
 * @param at when it happened
 * @param reason why it is told now
 * @param alerts all of the group: what has changed, the weightiest first, which the fields above repeat; then what fires on
 * @param more how many more fire on
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
        Map<String, Object> facts,
        String reason,
        List<Entry> alerts,
        int more) {

    /** @param link the alert's page for people */
    record Alert(UUID id, int transition, String rule, Severity severity, Vendor vendor, URI link) {}

    record Vendor(String slug, String name) {}

    /**
     * One alert of the group that the message is about.
     *
     * @param news false when it only fires on
     */
    record Entry(
            Happening kind,
            boolean news,
            Instant at,
            Alert alert,
            String title,
            Voices text,
            Map<String, Object> facts) {

        private static Entry of(Telling telling) {
            return new Entry(
                    telling.happening(),
                    telling.news(),
                    telling.at(),
                    WebhookBody.alert(telling),
                    telling.title(),
                    telling.text(),
                    telling.facts());
        }
    }

    static WebhookBody of(Message message) {
        Telling lead = message.lead();
        return new WebhookBody(
                message.id(),
                lead.happening(),
                message.test(),
                lead.at(),
                alert(lead),
                message.audience(),
                lead.title(),
                lead.text(),
                lead.facts(),
                message.reason(),
                message.tellings().stream().map(Entry::of).toList(),
                message.more());
    }

    private static Alert alert(Telling telling) {
        return new Alert(
                telling.episode(),
                telling.transition(),
                telling.rule(),
                telling.severity(),
                new Vendor(telling.vendorSlug(), telling.vendorName()),
                telling.link());
    }
}
