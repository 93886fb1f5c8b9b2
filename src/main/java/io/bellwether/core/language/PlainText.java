package io.bellwether.core.language;

import java.util.regex.Pattern;

/**
 * Text from anywhere made fit to be shown to people: nothing in it turns the writing around, hides, rings, or goes on for
 * ever. It is not escaped for any markup; whoever puts it into markup does that.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode Technical Report 36: Security Considerations</a>
 */
public final class PlainText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern HIDDEN_CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    /**
     * What is not seen but changes what is: the direction of writing, characters of no width and tags; and halves of
     * characters.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\u115f\\u1160\\u3164\\uffa0]");

    private PlainText() {}

    /** Several lines of at most {@code longest} characters in all, an ellipsis at the end when the text was cut. */
    public static String of(String text, int longest) {
        String begin = begin(text, longest).replace("\r\n", "\n").replace('\r', '\n');
        String lines = begin.replace('\u2028', '\n').replace('\u2029', '\n').replace('\t', ' ');
        return cut(seen(CONTROL.matcher(lines).replaceAll("")), longest);
    }

    /** As one line of at most {@code longest} characters: fit for subjects and headers. */
    public static String line(String text, int longest) {
        String line = SPACES.matcher(begin(text, longest)).replaceAll(" ");
        return cut(seen(line).strip(), longest);
    }

    /** Without what cannot be seen, but with line breaks and tabs; of any length. */
    public static String visible(String text) {
        return seen(HIDDEN_CONTROL.matcher(text).replaceAll(""));
    }

    /** Never within a character. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String seen(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /** Enough of a text that may be endless; what cannot be seen in its first part may make it a little shorter. */
    private static String begin(String text, int longest) {
        long enough = 4L * longest + 100;
        return text.length() <= enough ? text : text.substring(0, (int) enough) + "…";
    }
}
