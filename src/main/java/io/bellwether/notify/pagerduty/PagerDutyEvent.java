package io.bellwether.notify.pagerduty;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.language.PlainText;
import io.bellwether.notify.Message;
import io.bellwether.notify.Telling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An alert as PagerDuty takes it. All news of one alert has the same {@code dedup_key}, so they make one incident, however
 * often they arrive.
 *
 * @see <a href="https://developer.pagerduty.com/docs/send-alert-event">Send an alert event</a>
 */
final class PagerDutyEvent {

    private static final int LONGEST_SUMMARY = 1024;

    private PagerDutyEvent() {}

    /** @param message of one alert */
    static Map<String, Object> of(Message message, String routingKey) {
        Telling telling = message.lead();
        Map<String, Object> event = new TreeMap<>();
        event.put("routing_key", routingKey);
        event.put("event_action", telling.happening().over() ? "resolve" : "trigger");
        event.put("dedup_key", telling.episode().toString());
        event.put("client", "Bellwether");
        event.put("client_url", telling.link());
        event.put("links", List.of(Map.of("href", telling.link(), "text", "Open in Bellwether")));
        event.put(
                "payload",
                Map.of(
                        "summary", PlainText.line(message.title(), LONGEST_SUMMARY),
                        "source", telling.vendorSlug(),
                        "severity", severity(telling.severity()),
                        "timestamp", telling.at(),
                        "component", telling.vendorName(),
                        "class", telling.rule(),
                        "custom_details",
                                Map.of(
                                        "it", telling.text().it(),
                                        "marketing", telling.text().marketing(),
                                        "facts", telling.facts())));
        return event;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
