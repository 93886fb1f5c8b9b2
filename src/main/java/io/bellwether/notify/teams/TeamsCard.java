package io.bellwether.notify.teams;

import io.bellwether.core.Lens;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Message;
import io.bellwether.notify.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message as an Adaptive Card.
 *
 * @see <a href="https://adaptivecards.io/explorer/AdaptiveCard.html">Adaptive Card</a>
 */
final class TeamsCard {

    /** A card may have 28 KB in all; these are bytes of it. */
    private static final int LONGEST_TITLE = 600;

    private static final int LONGEST_TEXT = 7_000;
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_LINES = 8_000;
    private static final int MOST_LINES = 40;

    private TeamsCard() {}

    static Map<String, Object> of(Message message) {
        List<Map<String, Object>> body = new ArrayList<>();
        body.add(Map.of(
                "type",
                "TextBlock",
                "text",
                TeamsText.escaped(message.title(), LONGEST_TITLE),
                "size",
                "Large",
                "weight",
                "Bolder",
                "wrap",
                true,
                "color",
                colour(message)));
        for (Lens lens : message.audience().lenses()) {
            String caption = message.audience().caption(lens);
            if (!caption.isEmpty()) {
                body.add(text(caption, true));
            }
            body.add(text(TeamsText.escaped(message.lead().text().of(lens), LONGEST_TEXT), false));
        }
        others(message).forEach(line -> body.add(text(line, false)));
        Map<String, Object> card = Map.of(
                "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                "type", "AdaptiveCard",
                "version", "1.4",
                "body", body,
                "actions",
                        List.of(Map.of(
                                "type", "Action.OpenUrl",
                                "title", "Open in Bellwether",
                                "url", message.lead().link().toString())));
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static List<String> others(Message message) {
        List<String> lines = new ArrayList<>();
        int room = LONGEST_LINES;
        for (Telling telling : message.others()) {
            String line = line(telling);
            room -= TeamsText.bytes(line);
            if (room < 0 || lines.size() == MOST_LINES) {
                break;
            }
            lines.add(line);
        }
        int rest = message.others().size() - lines.size() + message.more();
        if (rest > 0) {
            lines.add("… and " + rest + " more");
        }
        return lines;
    }

    private static String line(Telling telling) {
        return TeamsText.escaped(telling.title(), LONGEST_LINE) + telling.mark();
    }

    private static Map<String, Object> text(String text, boolean label) {
        return Map.of("type", "TextBlock", "text", text, "wrap", true, "isSubtle", label);
    }

    private static String colour(Message message) {
        return message.over() ? "Good" : colour(message.severity());
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Attention";
            case WARNING -> "Warning";
            case INFO -> "Accent";
        };
    }
}
