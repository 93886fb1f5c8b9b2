package io.bellwether.core.posture.tls;

import org.jspecify.annotations.Nullable;

/**
 * What a server answered to one hello.
 *
 * @param offer what was offered: a version ({@code TLS 1.2}) or a class of cipher suites
 * @param version that it chose, null when it chose none
 * @param suite that it chose, by its IANA name
 * @param group in which keys would be agreed on, by its IANA name; null when it named none
 * @param keyBits of the key made for this connection alone: of a Diffie-Hellman prime, or of an RSA key for export
 * @param seen what it did otherwise, without a full stop: the alert, or why there is no answer
 */
public record TlsAnswer(
        String offer,
        Support support,
        @Nullable String version,
        @Nullable String suite,
        @Nullable String group,
        @Nullable Integer keyBits,
        @Nullable String seen) {

    public static final String SSL_3 = "SSL 3.0";
    public static final String TLS_1_0 = "TLS 1.0";
    public static final String TLS_1_1 = "TLS 1.1";
    public static final String TLS_1_2 = "TLS 1.2";
    public static final String TLS_1_3 = "TLS 1.3";

    /** Suites without forward secrecy. */
    public static final String STATIC_RSA = "static RSA";

    public static final String SHORT_BLOCK = "64-bit block";
    public static final String RC4 = "RC4";
    public static final String BROKEN = "NULL, anonymous or export";

    /** Of something that was not asked, or not answered. */
    public static TlsAnswer unknown(String offer, String why) {
        return new TlsAnswer(offer, Support.UNKNOWN, null, null, null, null, why);
    }
}
