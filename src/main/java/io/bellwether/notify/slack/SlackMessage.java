package io.bellwether.notify.slack;

import io.bellwether.core.Lens;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Message;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message in Slack's Block Kit: a header, a section per voice with the business one first, and a line of context.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>
 */
final class SlackMessage {

    static final int LONGEST_HEADER = 150;
    static final int LONGEST_SECTION = 3000;
    private static final int LONGEST_NAME = 200;
    /** What a phone shows. */
    private static final int LONGEST_FALLBACK = 300;

    private static final String OVER = "✅";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SlackMessage() {}

    static Map<String, Object> blocks(Message message) {
        return blocks(message, List.of());
    }

    /** @param more blocks to stand before the line of context */
    static Map<String, Object> blocks(Message message, List<Map<String, Object>> more) {
        List<Map<String, Object>> body = new ArrayList<>();
        for (Lens lens : message.audience().lenses()) {
            body.add(section(message, lens));
        }
        SlackList.sections(message.others(), message.more())
                .forEach(text -> body.add(Map.of("type", "section", "text", mrkdwn(text))));
        body.addAll(more);
        body.add(Map.of("type", "context", "elements", List.of(mrkdwn(context(message)))));
        return Map.of(
                "text", fallback(message),
                "blocks", List.of(header(message)),
                "attachments", List.of(Map.of("color", colour(message), "blocks", body)));
    }

    /** For when Slack does not like the blocks. */
    static Map<String, Object> plain(Message message) {
        StringBuilder text = new StringBuilder(fallback(message));
        message.audience()
                .lenses()
                .forEach(lens -> text.append("\n")
                        .append(SlackText.escaped(message.lead().text().of(lens), LONGEST_SECTION)));
        SlackList.sections(message.others(), message.more())
                .forEach(others -> text.append("\n").append(others));
        return Map.of("text", text.append("\n").append(link(message)).toString());
    }

    private static String fallback(Message message) {
        return SlackText.escaped(symbol(message) + " " + message.title(), LONGEST_FALLBACK);
    }

    private static Map<String, Object> header(Message message) {
        String text = SlackText.escaped(symbol(message) + " " + message.title(), LONGEST_HEADER);
        return Map.of("type", "header", "text", Map.of("type", "plain_text", "text", text, "emoji", true));
    }

    private static Map<String, Object> section(Message message, Lens lens) {
        String caption = message.audience().caption(lens);
        String label = caption.isEmpty() ? "" : "*" + caption + "*\n";
        String text = SlackText.escaped(message.lead().text().of(lens), LONGEST_SECTION - label.length());
        return Map.of("type", "section", "text", mrkdwn(label + text));
    }

    private static String context(Message message) {
        return String.join(
                "  ·  ",
                link(message),
                message.severity().name(),
                SlackText.escaped(message.lead().vendorName(), LONGEST_NAME),
                "<!date^" + message.at().getEpochSecond() + "^{date_short_pretty} {time}|" + TIME.format(message.at())
                        + ">",
                "`" + message.id().toString().substring(24) + "`");
    }

    private static String link(Message message) {
        return "<" + SlackText.escaped(message.lead().link().toASCIIString(), LONGEST_SECTION) + "|Open in Bellwether>";
    }

    private static Map<String, Object> mrkdwn(String text) {
        return Map.of("type", "mrkdwn", "text", text);
    }

    private static String symbol(Message message) {
        return message.over() ? OVER : symbol(message.severity());
    }

    static String symbol(Happening happening, Severity severity) {
        return happening.over() ? OVER : symbol(severity);
    }

    private static String symbol(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "🔴";
            case WARNING -> "🟠";
            case INFO -> "🔵";
        };
    }

    private static String colour(Message message) {
        return message.over() ? "#2e8b57" : colour(message.severity());
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "#c62828";
            case WARNING -> "#e08a00";
            case INFO -> "#3b7dd8";
        };
    }
}
