package io.bellwether.probe.headers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the start tags of HTML in the order they stand (HTML, 13.2.5), without a tree: that of a hostile page can take a
 * thousand times as long to build as its text to read. Each character is looked at a fixed number of times.
 */
final class TagReader {

    /** What is text up to their end tag. */
    private static final Set<String> RAW =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private static final int LONGEST_NAME = 64;
    private static final int MOST_ATTRIBUTES = 64;

    private final String text;
    private int at;

    TagReader(String text) {
        this.text = text;
    }

    /** @param wanted who takes the attributes of a tag, by its name in lower case; of two attributes of one name the first counts */
    void read(Map<String, Consumer<Map<String, String>>> wanted) {
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                return;
            }
            at = open + 1;
            if (text.startsWith("!--", at)) {
                comment();
            } else if (isLetter(sign())) {
                tag(wanted);
            } else if (sign() == '/' && at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
                name();
                attributes(false);
            } else if (sign() == '!' || sign() == '?' || sign() == '/') {
                skipBehind(">");
            }
        }
    }

    private void tag(Map<String, Consumer<Map<String, String>>> wanted) {
        String name = name();
        Consumer<Map<String, String>> taker = wanted.get(name);
        Map<String, String> attributes = attributes(taker != null);
        if (attributes == null) {
            return;
        }
        if (taker != null) {
            taker.accept(attributes);
        }
        if (RAW.contains(name)) {
            skipRaw(name);
        } else if (name.equals("plaintext")) {
            at = text.length();
        }
    }

    private void comment() {
        at += 3;
        if (text.startsWith(">", at)) {
            at++;
        } else if (text.startsWith("->", at)) {
            at += 2;
        } else {
            int end = text.indexOf("--", at);
            while (end >= 0 && !text.startsWith(">", end + 2) && !text.startsWith("!>", end + 2)) {
                end = text.indexOf("--", end + 1);
            }
            at = end < 0 ? text.length() : text.indexOf('>', end) + 1;
        }
    }

    private String name() {
        int begin = at;
        while (at < text.length() && !isSpace(sign()) && sign() != '>' && (sign() != '/' || at == begin)) {
            at++;
        }
        return text.substring(begin, Math.min(at, begin + LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    /** Up to behind the tag's end; null when it has none, and so is no tag. */
    private @Nullable Map<String, String> attributes(boolean kept) {
        Map<String, String> attributes = new HashMap<>();
        while (at < text.length()) {
            while (at < text.length() && (isSpace(sign()) || sign() == '/')) {
                at++;
            }
            if (at >= text.length()) {
                return null;
            }
            if (sign() == '>') {
                at++;
                return attributes;
            }
            String key = key();
            String value = value(kept);
            if (kept && attributes.size() < MOST_ATTRIBUTES) {
                attributes.putIfAbsent(key, value);
            }
        }
        return null;
    }

    private String key() {
        int begin = at;
        at++;
        while (at < text.length() && !isSpace(sign()) && sign() != '>' && sign() != '/' && sign() != '=') {
            at++;
        }
        return text.substring(begin, Math.min(at, begin + LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    private String value(boolean kept) {
        int behind = at;
        while (behind < text.length() && isSpace(text.charAt(behind))) {
            behind++;
        }
        if (behind >= text.length() || text.charAt(behind) != '=') {
            return "";
        }
        at = behind + 1;
        while (at < text.length() && isSpace(sign())) {
            at++;
        }
        int begin = at;
        if (at < text.length() && (sign() == '"' || sign() == '\'')) {
            int end = text.indexOf(sign(), at + 1);
            at = end < 0 ? text.length() : end + 1;
            return kept && end >= 0 ? CharacterReferences.decode(text.substring(begin + 1, end)) : "";
        }
        while (at < text.length() && !isSpace(sign()) && sign() != '>') {
            at++;
        }
        return kept ? CharacterReferences.decode(text.substring(begin, at)) : "";
    }

    private void skipRaw(String name) {
        int end = text.indexOf("</", at);
        while (end >= 0) {
            int behind = end + 2 + name.length();
            boolean ends = text.regionMatches(true, end + 2, name, 0, name.length())
                    && behind < text.length()
                    && (isSpace(text.charAt(behind)) || text.charAt(behind) == '>' || text.charAt(behind) == '/');
            if (ends) {
                at = end;
                return;
            }
            end = text.indexOf("</", end + 2);
        }
        at = text.length();
    }

    private void skipBehind(String sign) {
        int end = text.indexOf(sign, at);
        at = end < 0 ? text.length() : end + sign.length();
    }

    private char sign() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r' || sign == '\f';
    }
}
