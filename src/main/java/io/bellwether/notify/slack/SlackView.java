package io.bellwether.notify.slack;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Message;
import io.bellwether.notify.Telling;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a message of the bot is to show: its alerts as they are now, who has taken care of them, and buttons to do so. */
final class SlackView {

    static final String ACKNOWLEDGE = "acknowledge";
    static final String SNOOZE = "snooze";

    /** Slack takes 2000 characters in a button's value. */
    private static final int MOST_ALERTS = 50;

    private static final int MOST_HANDLED = 10;
    private static final int LONGEST_NAME = 120;

    private SlackView() {}

    /** Those of the message's alerts that are known, by their ids. */
    static Map<UUID, Alert> states(Alerts alerts, Message message) {
        return alerts.all(message.tellings().stream().map(Telling::episode).toList()).stream()
                .collect(toMap(Alert::id, alert -> alert));
    }

    /** @param buttons whether a press of a button would be heard */
    static Map<String, Object> of(Message message, Map<UUID, Alert> states, boolean buttons) {
        Message now = message.with(message.tellings().stream()
                .map(telling -> asItIs(telling, states.get(telling.episode())))
                .toList());
        List<Map<String, Object>> more = new ArrayList<>();
        String handled = handled(now, states);
        if (!handled.isEmpty()) {
            more.add(Map.of("type", "context", "elements", List.of(Map.of("type", "mrkdwn", "text", handled))));
        }
        List<String> open = now.tellings().stream()
                .filter(telling -> !telling.happening().over() && isNew(states, telling))
                .map(telling -> telling.episode().toString())
                .limit(MOST_ALERTS)
                .toList();
        if (buttons && !open.isEmpty()) {
            more.add(Map.of(
                    "type",
                    "actions",
                    "elements",
                    List.of(
                            button(ACKNOWLEDGE, open.size() == 1 ? "Acknowledge" : "Acknowledge all", open),
                            button(SNOOZE, "Snooze 1 h", open))));
        }
        return SlackMessage.blocks(now, more);
    }

    /** Whether more than the followers of a thread need to see it. */
    static boolean isUrgent(Message message) {
        return !message.over() && message.severity() == Severity.CRITICAL;
    }

    private static boolean isNew(Map<UUID, Alert> states, Telling telling) {
        Alert state = states.get(telling.episode());
        return state == null || state.handling() == Handling.NEW;
    }

    private static Telling asItIs(Telling telling, @Nullable Alert alert) {
        if (alert == null) {
            return telling;
        }
        boolean over = alert.condition() == Condition.RESOLVED;
        boolean ended = over && !telling.happening().over();
        return new Telling(
                telling.episode(),
                telling.transition(),
                over ? Happening.RESOLVED : telling.happening(),
                alert.severity(),
                telling.vendorName(),
                telling.vendorSlug(),
                telling.rule(),
                ended ? "Resolved: " + telling.title() : telling.title(),
                alert.text().it().isBlank() ? telling.text() : alert.text(),
                alert.facts(),
                telling.link(),
                telling.at(),
                telling.news());
    }

    private static String handled(Message message, Map<UUID, Alert> states) {
        return message.tellings().stream()
                .filter(telling -> !telling.happening().over() && !isNew(states, telling))
                .limit(MOST_HANDLED)
                .map(telling -> handled(
                        telling,
                        Objects.requireNonNull(states.get(telling.episode())),
                        message.tellings().size() > 1))
                .collect(joining("\n"));
    }

    private static String handled(Telling telling, Alert alert, boolean named) {
        String what = alert.handling() == Handling.SNOOZED ? "💤 Snoozed" : "👀 Acknowledged";
        String which = named ? SlackText.escaped(telling.title(), LONGEST_NAME) + ": " : "";
        String who = alert.handledBy() == null ? "" : " by " + SlackText.escaped(alert.handledBy(), LONGEST_NAME);
        return which + what + who + (alert.handlingUntil() == null ? "" : " until " + time(alert.handlingUntil()));
    }

    private static String time(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{date_short_pretty} {time}|"
                + DateTimeFormatter.ISO_INSTANT.format(at) + ">";
    }

    private static Map<String, Object> button(String action, String label, List<String> alerts) {
        return Map.of(
                "type",
                "button",
                "action_id",
                action,
                "text",
                Map.of("type", "plain_text", "text", label),
                "value",
                String.join(",", alerts));
    }
}
