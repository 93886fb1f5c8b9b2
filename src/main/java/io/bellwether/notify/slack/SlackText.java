package io.bellwether.notify.slack;

import java.util.regex.Pattern;

/**
 * Text as Slack takes it: what would be markup is escaped, what would ring everybody's phone is made harmless.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
 */
final class SlackText {

    private static final Pattern MENTION = Pattern.compile("@(?=channel|here|everyone)", Pattern.CASE_INSENSITIVE);
    private static final String HARMLESS = "@\u200b";

    private SlackText() {}

    /** At most so many characters, cut neither within an escape nor within a character. */
    static String escaped(String text, int longest) {
        StringBuilder escaped = new StringBuilder();
        int lengthWithRoom = 0;
        for (int point : MENTION.matcher(text).replaceAll(HARMLESS).codePoints().toArray()) {
            escaped.append(escaped(point));
            if (escaped.length() > longest) {
                return escaped.substring(0, lengthWithRoom) + "…";
            }
            if (escaped.length() < longest) {
                lengthWithRoom = escaped.length();
            }
        }
        return escaped.toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }
}
