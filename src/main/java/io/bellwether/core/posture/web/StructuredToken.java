package io.bellwether.core.posture.web;

import org.jspecify.annotations.Nullable;

/** Reads a structured field that is one token with parameters (RFC 8941, 4.2.3), whose parameters nobody looks at. */
final class StructuredToken {

    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~:/";
    private static final String KEY_SIGNS = "_-.*";
    private static final String BASE64_SIGNS = "+/=";

    private final String text;
    private int at;

    private StructuredToken(String text) {
        this.text = text;
    }

    /** The token, null when the value is anything else. */
    static @Nullable String read(String value) {
        StructuredToken reader = new StructuredToken(trimmed(value));
        String token = reader.token();
        return token != null && reader.parameters() && reader.atEnd() ? token : null;
    }

    private static String trimmed(String value) {
        int begin = 0;
        int end = value.length();
        while (begin < end && value.charAt(begin) == ' ') {
            begin++;
        }
        while (end > begin && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(begin, end);
    }

    private @Nullable String token() {
        int begin = at;
        if (!isLetter(next()) && next() != '*') {
            return null;
        }
        while (isLetter(next()) || isDigit(next()) || isOneOf(TOKEN_SIGNS, next())) {
            at++;
        }
        return text.substring(begin, at);
    }

    private boolean parameters() {
        while (take(';')) {
            while (take(' ')) {
                // Any number of spaces may stand here.
            }
            if (!key() || (take('=') && !bareItem())) {
                return false;
            }
        }
        return true;
    }

    private boolean key() {
        if (!isLower(next()) && next() != '*') {
            return false;
        }
        while (isLower(next()) || isDigit(next()) || isOneOf(KEY_SIGNS, next())) {
            at++;
        }
        return true;
    }

    private boolean bareItem() {
        char first = next();
        if (first == '"') {
            return string();
        }
        if (take('?')) {
            return take('0') || take('1');
        }
        if (take(':')) {
            while (isLetter(next()) || isDigit(next()) || isOneOf(BASE64_SIGNS, next())) {
                at++;
            }
            return take(':');
        }
        return (first == '-' || isDigit(first)) ? number() : token() != null;
    }

    private boolean string() {
        at++;
        while (!atEnd() && next() >= 0x20 && next() < 0x7f) {
            if (take('"')) {
                return true;
            }
            if (take('\\') && next() != '"' && next() != '\\') {
                return false;
            }
            at++;
        }
        return false;
    }

    private boolean number() {
        take('-');
        int whole = digits();
        if (take('.')) {
            int fraction = digits();
            return whole > 0 && whole <= 12 && fraction > 0 && fraction <= 3;
        }
        return whole > 0 && whole <= 15;
    }

    private int digits() {
        int begin = at;
        while (isDigit(next())) {
            at++;
        }
        return at - begin;
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    /** NUL at the end, which is part of nothing. */
    private char next() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    private boolean take(char sign) {
        boolean there = !atEnd() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private static boolean isOneOf(String signs, char sign) {
        return signs.indexOf(sign) >= 0;
    }

    private static boolean isLetter(char sign) {
        return isLower(sign) || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean isLower(char sign) {
        return sign >= 'a' && sign <= 'z';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
