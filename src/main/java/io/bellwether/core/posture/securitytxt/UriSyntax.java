package io.bellwether.core.posture.securitytxt;

import java.util.Locale;

/** The syntax of RFC 3986, section 3, as far as a value can break it. */
final class UriSyntax {

    private static final String MARKS = "-._~:/?#[]@!$&'()*+,;=%";

    private UriSyntax() {}

    /** Whether it has a scheme and nothing that a URI cannot hold. */
    static boolean valid(String value) {
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1 || !isScheme(value.substring(0, colon))) {
            return false;
        }
        for (int i = colon + 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && MARKS.indexOf(c) < 0) {
                return false;
            }
            if (c == '%' && !(isHex(value, i + 1) && isHex(value, i + 2))) {
                return false;
            }
        }
        return !scheme(value).startsWith("http") || hasHost(value, colon);
    }

    /** In lower case; the whole value when there is no colon. */
    static String scheme(String value) {
        int colon = value.indexOf(':');
        return (colon < 0 ? value : value.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    /** The host of a web address in lower case, without a port; empty when it has none. */
    static String host(String url) {
        int begin = url.indexOf("://");
        if (begin < 0) {
            return "";
        }
        int end = begin + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(begin + 3, end).toLowerCase(Locale.ROOT);
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    /** What follows the host of a web address, its port included; the whole value when it is none. */
    static String path(String url) {
        int begin = url.indexOf("://");
        int rest = begin + 3 + host(url).length();
        return begin < 0 || rest > url.length() ? url : url.substring(rest);
    }

    private static boolean hasHost(String value, int colon) {
        return value.startsWith("//", colon + 1)
                && value.length() > colon + 3
                && "/?#:".indexOf(value.charAt(colon + 3)) < 0;
    }

    private static boolean isScheme(String scheme) {
        for (int i = 0; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            boolean later = i > 0 && ((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
            if (!isLetter(c) && !later) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String value, int index) {
        return index < value.length() && Character.digit(value.charAt(index), 16) >= 0 && value.charAt(index) < 128;
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
