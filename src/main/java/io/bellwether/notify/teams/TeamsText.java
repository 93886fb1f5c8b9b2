package io.bellwether.notify.teams;

import java.util.regex.Pattern;

/**
 * Text as an Adaptive Card takes it: the little Markdown that cards know is escaped, and so are mentions.
 *
 * @see <a href="https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features">Text features</a>
 */
final class TeamsText {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]()#>~|!-]");
    private static final Pattern MENTION = Pattern.compile("<(/?)at", Pattern.CASE_INSENSITIVE);

    private TeamsText() {}

    /** At most so many characters of the text, before escaping. */
    static String escaped(String text, int longest) {
        int end = Math.min(text.length(), longest);
        boolean split = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        String cut = end < text.length() ? text.substring(0, split ? end - 1 : end) + "…" : text;
        String marked = MARKUP.matcher(cut).replaceAll("\\\\$0");
        return MENTION.matcher(marked).replaceAll("<\u200b$1at");
    }
}
