package io.bellwether.probe.filings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words of a filing without its markup, in one pass: runs of blanks are one, what begins a new block begins a new line,
 * entities and typographic signs become plain ones. What is hidden for machines is left out.
 */
final class DocumentText {

    private static final long[] BLOCKS = Stream.of(
                    "p", "div", "td", "th", "tr", "table", "li", "ul", "ol", "br", "hr", "h1", "h2", "h3", "h4", "h5",
                    "h6", "title", "body")
            .mapToLong(DocumentText::packed)
            .sorted()
            .toArray();
    private static final long[] HIDDEN = Stream.of("script", "style", "ix:header")
            .mapToLong(DocumentText::packed)
            .sorted()
            .toArray();
    private static final Map<String, Character> ENTITIES = Map.of(
            "amp", '&', "rsquo", '\'', "lsquo", '\'', "apos", '\'', "#39", '\'', "#8217", '\'', "#8216", '\'', "#x2019",
            '\'', "#146", '\'');
    private static final int LONGEST_ENTITY = 12;
    private static final int SINGLE_QUOTE_IN_WINDOWS_1252 = 0x92;

    private final byte[] markup;
    private final byte[] text;
    private int length;
    private boolean blank = true;
    private boolean newLine;

    private DocumentText(byte[] markup) {
        this.markup = markup;
        this.text = new byte[markup.length + 1];
    }

    /** @return plain ASCII */
    static String of(byte[] markup) {
        return new DocumentText(markup).read();
    }

    private String read() {
        int at = 0;
        while (at < markup.length) {
            at = switch (markup[at]) {
                case '<' -> tag(at + 1);
                case '&' -> entity(at + 1);
                default -> sign(at);
            };
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** @return where the text goes on */
    private int tag(int from) {
        boolean closing = from < markup.length && markup[from] == '/';
        long name = name(closing ? from + 1 : from);
        if (!closing && isOneOf(name, HIDDEN)) {
            return closing(name, from);
        }
        if (isOneOf(name, BLOCKS)) {
            newLine = true;
            blank();
        }
        return after('>', from);
    }

    private static boolean isOneOf(long name, long[] names) {
        return Arrays.binarySearch(names, name) >= 0;
    }

    /** Its first eight letters in lower case, which tell all names apart that matter: no object is made for each of a million tags. */
    private long name(int from) {
        long name = 0;
        for (int at = from; at < markup.length && at - from < Long.BYTES && isOfName(markup[at]); at++) {
            name = (name << Byte.SIZE) | Character.toLowerCase(markup[at]);
        }
        return name;
    }

    private static long packed(String name) {
        return new DocumentText(name.getBytes(StandardCharsets.ISO_8859_1)).name(0);
    }

    private static boolean isOfName(byte sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= ':');
    }

    /** After the end tag of what is hidden; the end where there is none. */
    private int closing(long name, int from) {
        int at = from;
        while (at < markup.length) {
            at = after('<', at);
            if (at < markup.length && markup[at] == '/' && name(at + 1) == name) {
                return after('>', at);
            }
        }
        return at;
    }

    private int after(char sign, int from) {
        int at = from;
        while (at < markup.length && markup[at] != sign) {
            at++;
        }
        return at + 1;
    }

    private int entity(int from) {
        int end = from;
        while (end < markup.length && end - from < LONGEST_ENTITY && (isOfName(markup[end]) || markup[end] == '#')) {
            end++;
        }
        if (end == from || end == markup.length || markup[end] != ';') {
            append('&');
            return from;
        }
        String name = new String(markup, from, end - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        append(ENTITIES.getOrDefault(name, ' '));
        return end + 1;
    }

    private int sign(int at) {
        int sign = markup[at] & 0xff;
        if (sign < 0x80) {
            append((char) sign);
            return at + 1;
        }
        boolean quote = sign == SINGLE_QUOTE_IN_WINDOWS_1252 || isQuote(at);
        append(quote ? '\'' : ' ');
        int next = at + 1;
        while (next < markup.length && (markup[next] & 0xc0) == 0x80) {
            next++;
        }
        return next;
    }

    /** U+2018 or U+2019 as UTF-8. */
    private boolean isQuote(int at) {
        return at + 2 < markup.length
                && (markup[at] & 0xff) == 0xe2
                && (markup[at + 1] & 0xff) == 0x80
                && ((markup[at + 2] & 0xff) == 0x98 || (markup[at + 2] & 0xff) == 0x99);
    }

    private void append(char sign) {
        if (sign <= ' ') {
            blank();
        } else {
            blank = false;
            newLine = false;
            text[length++] = (byte) sign;
        }
    }

    /** One for all in a row: the end of a line where a block began among them. */
    private void blank() {
        if (!blank) {
            blank = true;
            text[length++] = (byte) (newLine ? '\n' : ' ');
        } else if (newLine && length > 0) {
            text[length - 1] = '\n';
        }
    }
}
