package io.bellwether.core.alert.label;

import com.google.re2j.Pattern;
import io.bellwether.core.alert.label.Matcher.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads matchers as people write them: {@code vendor="acme", severity=~"critical|warning"}, in braces or not, and with or
 * without quotes around a value.
 */
public final class MatcherText {

    private static final Pattern PARTS = Pattern.compile("(?s)\\s*([^\\s=!~]*)\\s*(=~|!=|!~|=)\\s*(.*?)\\s*");

    private MatcherText() {}

    /** @throws InvalidMatcher when one of them cannot be read */
    public static List<Matcher> read(String text) {
        String inner = text.strip();
        if (inner.startsWith("{") && inner.endsWith("}")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        List<Matcher> matchers = new ArrayList<>();
        for (String part : split(inner)) {
            matchers.add(one(part));
        }
        return List.copyOf(matchers);
    }

    private static Matcher one(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new InvalidMatcher("'" + text.strip() + "' is no matcher: write label, =, !=, =~ or !~, and value.");
        }
        Operator operator = Arrays.stream(Operator.values())
                .filter(candidate -> candidate.sign().equals(parts.group(2)))
                .findFirst()
                .orElseThrow();
        return new Matcher(parts.group(1), operator, value(parts.group(3)));
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                parts.add(text.substring(begin, at));
                begin = at + 1;
            }
        }
        if (!text.substring(begin).isBlank()) {
            parts.add(text.substring(begin));
        }
        return parts;
    }

    private static String value(String written) {
        boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        String inner = quoted ? written.substring(1, written.length() - 1) : written;
        StringBuilder value = new StringBuilder();
        for (int at = 0; at < inner.length(); at++) {
            char letter = inner.charAt(at);
            if (letter == '"') {
                throw new InvalidMatcher("In the value " + written + " a quote is not escaped.");
            }
            if (letter != '\\') {
                value.append(letter);
            } else if (++at == inner.length()) {
                throw new InvalidMatcher("The value " + written + " ends in the middle of an escape.");
            } else {
                value.append(unescaped(inner.charAt(at)));
            }
        }
        return value.toString();
    }

    private static String unescaped(char letter) {
        return switch (letter) {
            case 'n' -> "\n";
            case '"', '\\' -> String.valueOf(letter);
            default -> "\\" + letter;
        };
    }
}
