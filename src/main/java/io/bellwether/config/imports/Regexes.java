package io.bellwether.config.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of other engines as Java's. */
public final class Regexes {

    private static final Pattern NAMED = Pattern.compile("\\(\\?P<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)([a-z])([a-z]+):]");
    private static final Pattern LITERAL = Pattern.compile("(?:[^\\\\.\\[\\](){}*+?^$|]|\\\\[^a-zA-Z0-9])++");

    private Regexes() {}

    /** The expression of Go's engine (RE2) as Java's; empty when Java's does not understand it. */
    public static Optional<String> java(String re2) {
        String java = POSIX.matcher(NAMED.matcher(re2).replaceAll("(?<$1>")).replaceAll(Regexes::posix);
        try {
            Pattern.compile(java);
            return Optional.of(java);
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** A class such as {@code [:alpha:]}, which in Java is {@code \\p{Alpha}}. */
    private static String posix(MatchResult found) {
        String name = found.group(2) + found.group(3);
        String java = switch (name) {
            case "ascii" -> "ASCII";
            case "xdigit" -> "XDigit";
            default -> found.group(2).toUpperCase(Locale.ROOT) + found.group(3);
        };
        boolean not = !found.group(1).isEmpty();
        return Matcher.quoteReplacement(
                name.equals("word") ? not ? "\\W" : "\\w" : (not ? "\\P{" : "\\p{") + java + "}");
    }

    /** The text that the expression looks for, when it looks for nothing but a text, whatever its case. */
    public static Optional<String> literal(String regex) {
        String bare = regex.replaceFirst("^\\(\\?i\\)", "")
                .replaceFirst("^\\.\\*", "")
                .replaceFirst("\\.\\*$", "");
        return LITERAL.matcher(bare).matches() ? Optional.of(bare.replaceAll("\\\\(.)", "$1")) : Optional.empty();
    }

    /** An expression that finds this text. */
    public static String quoted(String text) {
        return text.replaceAll("[\\\\.\\[\\](){}*+?^$|]", "\\\\$0");
    }
}
