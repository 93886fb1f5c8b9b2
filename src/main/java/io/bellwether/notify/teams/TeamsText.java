package io.bellwether.notify.teams;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Text as an Adaptive Card takes it: the little Markdown that cards know is escaped, and so are mentions.
 *
 * @see <a href="https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features">Text features</a>
 */
final class TeamsText {

    private static final String MARKUP = "\\`*_[]()#>~|!-";
    private static final Pattern MENTION = Pattern.compile("<(/?)at", Pattern.CASE_INSENSITIVE);
    private static final String CUT = "…";

    private TeamsText() {}

    /** As much of the text as takes so many bytes in the JSON of a card, an ellipsis at the end when it was cut. */
    static String escaped(String text, int bytes) {
        StringBuilder escaped = new StringBuilder();
        int room = bytes - bytes(CUT);
        for (int point :
                MENTION.matcher(text).replaceAll("<\u200b$1at").codePoints().toArray()) {
            String next = MARKUP.indexOf(point) < 0 ? Character.toString(point) : "\\" + Character.toString(point);
            room -= bytes(next);
            if (room < 0) {
                return escaped.append(CUT).toString();
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    /** Within a JSON string: quotes, backslashes and line breaks take one more. */
    static int bytes(String text) {
        long escapes = text.chars()
                .filter(unit -> unit == '"' || unit == '\\' || unit < ' ')
                .count();
        return text.getBytes(StandardCharsets.UTF_8).length + (int) escapes;
    }
}
