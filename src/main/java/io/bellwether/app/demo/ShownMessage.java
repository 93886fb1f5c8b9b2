package io.bellwether.app.demo;

import io.bellwether.platform.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sink's message made readable: of a Slack message the texts of its blocks. */
record ShownMessage(
        int number,
        Instant at,
        String time,
        String channel,
        String receiver,
        String subject,
        String text,
        boolean html) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    static ShownMessage of(SentMessage message, Json json) {
        return new ShownMessage(
                message.number(),
                message.at(),
                TIME.format(message.at()),
                message.channel(),
                message.receiver(),
                message.subject(),
                message.channel().equals("slack") ? String.join("\n", texts(json.map(message.body()))) : message.body(),
                message.html() != null);
    }

    private static List<String> texts(Map<String, Object> slack) {
        List<String> texts = new ArrayList<>();
        collect(slack.get("blocks"), texts);
        collect(slack.get("attachments"), texts);
        return texts.isEmpty() ? List.of(String.valueOf(slack.get("text"))) : texts;
    }

    private static void collect(@Nullable Object value, List<String> texts) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, texts));
        }
        if (value instanceof Map<?, ?> map) {
            if (map.get("text") instanceof String text) {
                texts.add(text);
            }
            map.values().forEach(item -> collect(item, texts));
        }
    }
}
