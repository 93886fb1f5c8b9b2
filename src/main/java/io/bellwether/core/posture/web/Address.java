package io.bellwether.core.posture.web;

import java.util.Locale;

/** What matters of a URL. */
final class Address {

    private Address() {}

    /** In lower case, without the port; empty when there is none. */
    static String host(String url) {
        int begin = url.indexOf("://") + 3;
        if (begin < 3) {
            return "";
        }
        int end = begin;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(begin, end);
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }

    static boolean isSecure(String url) {
        return url.regionMatches(true, 0, "https:", 0, 6);
    }
}
