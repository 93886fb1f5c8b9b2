package io.bellwether.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the header {@code Authorization}. */
final class AuthorizationHeader {

    private static final String BEARER = "Bearer ";
    /** For tools that know nothing else: the token is the password, the user is anybody. */
    private static final String BASIC = "Basic ";

    private AuthorizationHeader() {}

    /**
     * The token in it. Another scheme is as good as a wrong token: whoever sends a header wants to be known by it.
     *
     * @return empty when there is none
     */
    static String token(String header) {
        if (begins(header, BEARER)) {
            return header.substring(BEARER.length()).strip();
        }
        return begins(header, BASIC) ? password(header.substring(BASIC.length()).strip()) : "";
    }

    private static boolean begins(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
