package io.bellwether.platform.hello;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The cipher suites that a hello can offer, by their IANA numbers and names (registry "TLS Cipher Suites"). Within a list the
 * strongest come first, so that a server without an opinion of its own shows the best it has.
 */
public final class CipherSuites {

    /** "I know of renegotiation done securely" (RFC 5746, 3.3); no suite. */
    static final int RENEGOTIATION = 0x00ff;

    /** Those of TLS 1.3, which fits no other version. */
    public static final List<Integer> TLS_1_3 = List.of(0x1302, 0x1303, 0x1301);

    /** The key is wrapped for the certificate's key, so that who steals that key can read everything said before. */
    public static final List<Integer> STATIC_RSA =
            List.of(0x009d, 0x009c, 0xc0a1, 0xc09d, 0xc0a0, 0xc09c, 0x003d, 0x0035, 0x003c, 0x002f, 0x0084, 0x0041);

    /** Blocks of 64 bits, which repeat after so little traffic that it can be read (Sweet32). */
    public static final List<Integer> SHORT_BLOCK = List.of(0xc008, 0xc012, 0x0016, 0x000a, 0x0007);

    /** RFC 7465 forbids it. */
    public static final List<Integer> RC4 = List.of(0xc007, 0xc011, 0x0005, 0x0004);

    /** Without encryption, without knowing the server, or with keys that were short on purpose. */
    public static final List<Integer> BROKEN = List.of(
            0x00a7, 0x00a6, 0x006d, 0x006c, 0x003a, 0x0034, 0xc019, 0xc018, 0xc017, 0x001b, 0xc016, 0x0018, 0x003b,
            0x0002, 0x0001, 0xc010, 0xc006, 0xc015, 0x0009, 0x0015, 0x001a, 0x0003, 0x0006, 0x0008, 0x0014, 0x0017,
            0x0019);

    private static final List<Integer> AUTHENTICATED =
            List.of(0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc02b, 0xc02f, 0x009f, 0xccaa, 0x009e);

    private static final List<Integer> CHAINED =
            List.of(0xc024, 0xc028, 0xc00a, 0xc014, 0xc023, 0xc027, 0xc009, 0xc013, 0x006b, 0x0039, 0x0067, 0x0033);

    private static final String NAMES = """
            1301 TLS_AES_128_GCM_SHA256
            1302 TLS_AES_256_GCM_SHA384
            1303 TLS_CHACHA20_POLY1305_SHA256
            c02c TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
            c030 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
            cca9 TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
            cca8 TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            c02b TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
            c02f TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
            009f TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
            ccaa TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            009e TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
            c024 TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
            c028 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
            c00a TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
            c014 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
            c023 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
            c027 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
            c009 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
            c013 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
            006b TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
            0039 TLS_DHE_RSA_WITH_AES_256_CBC_SHA
            0067 TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
            0033 TLS_DHE_RSA_WITH_AES_128_CBC_SHA
            009d TLS_RSA_WITH_AES_256_GCM_SHA384
            009c TLS_RSA_WITH_AES_128_GCM_SHA256
            c0a1 TLS_RSA_WITH_AES_256_CCM_8
            c09d TLS_RSA_WITH_AES_256_CCM
            c0a0 TLS_RSA_WITH_AES_128_CCM_8
            c09c TLS_RSA_WITH_AES_128_CCM
            003d TLS_RSA_WITH_AES_256_CBC_SHA256
            0035 TLS_RSA_WITH_AES_256_CBC_SHA
            003c TLS_RSA_WITH_AES_128_CBC_SHA256
            002f TLS_RSA_WITH_AES_128_CBC_SHA
            0084 TLS_RSA_WITH_CAMELLIA_256_CBC_SHA
            0041 TLS_RSA_WITH_CAMELLIA_128_CBC_SHA
            c008 TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
            c012 TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
            0016 TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
            000a TLS_RSA_WITH_3DES_EDE_CBC_SHA
            0007 TLS_RSA_WITH_IDEA_CBC_SHA
            c007 TLS_ECDHE_ECDSA_WITH_RC4_128_SHA
            c011 TLS_ECDHE_RSA_WITH_RC4_128_SHA
            0005 TLS_RSA_WITH_RC4_128_SHA
            0004 TLS_RSA_WITH_RC4_128_MD5
            00a7 TLS_DH_anon_WITH_AES_256_GCM_SHA384
            00a6 TLS_DH_anon_WITH_AES_128_GCM_SHA256
            006d TLS_DH_anon_WITH_AES_256_CBC_SHA256
            006c TLS_DH_anon_WITH_AES_128_CBC_SHA256
            003a TLS_DH_anon_WITH_AES_256_CBC_SHA
            0034 TLS_DH_anon_WITH_AES_128_CBC_SHA
            c019 TLS_ECDH_anon_WITH_AES_256_CBC_SHA
            c018 TLS_ECDH_anon_WITH_AES_128_CBC_SHA
            c017 TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA
            001b TLS_DH_anon_WITH_3DES_EDE_CBC_SHA
            c016 TLS_ECDH_anon_WITH_RC4_128_SHA
            0018 TLS_DH_anon_WITH_RC4_128_MD5
            003b TLS_RSA_WITH_NULL_SHA256
            0002 TLS_RSA_WITH_NULL_SHA
            0001 TLS_RSA_WITH_NULL_MD5
            c010 TLS_ECDHE_RSA_WITH_NULL_SHA
            c006 TLS_ECDHE_ECDSA_WITH_NULL_SHA
            c015 TLS_ECDH_anon_WITH_NULL_SHA
            0009 TLS_RSA_WITH_DES_CBC_SHA
            0015 TLS_DHE_RSA_WITH_DES_CBC_SHA
            001a TLS_DH_anon_WITH_DES_CBC_SHA
            0003 TLS_RSA_EXPORT_WITH_RC4_40_MD5
            0006 TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5
            0008 TLS_RSA_EXPORT_WITH_DES40_CBC_SHA
            0014 TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA
            0017 TLS_DH_anon_EXPORT_WITH_RC4_40_MD5
            0019 TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA
            """;

    private static final Map<Integer, String> BY_NUMBER = byNumber();

    private CipherSuites() {}

    /** What a client would offer that wants to talk at any price but {@link #BROKEN}. */
    public static List<Integer> usable(TlsVersion version) {
        return switch (version) {
            case TLS_1_3 -> TLS_1_3;
            case TLS_1_2 -> joined(List.of(AUTHENTICATED, CHAINED, STATIC_RSA, SHORT_BLOCK, RC4));
            case TLS_1_1, TLS_1_0, SSL_3 -> joined(List.of(CHAINED, STATIC_RSA, SHORT_BLOCK, RC4));
        };
    }

    /** Everything up to TLS 1.2. */
    public static List<Integer> any() {
        return joined(List.of(AUTHENTICATED, CHAINED, STATIC_RSA, SHORT_BLOCK, RC4, BROKEN));
    }

    /** Its IANA name; of one we never offer, its number in hexadecimal. */
    public static String name(int suite) {
        String known = BY_NUMBER.get(suite);
        return known == null ? String.format(Locale.ROOT, "0x%04x", suite) : known;
    }

    private static List<Integer> joined(List<List<Integer>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static Map<Integer, String> byNumber() {
        Map<Integer, String> names = new HashMap<>();
        NAMES.lines().forEach(line -> names.put(Integer.parseInt(line.substring(0, 4), 16), line.substring(5)));
        return Map.copyOf(names);
    }
}
