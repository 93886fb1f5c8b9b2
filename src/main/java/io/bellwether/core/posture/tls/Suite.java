package io.bellwether.core.posture.tls;

/** What a cipher suite's IANA name says of it. */
record Suite(String name) {

    /** Nobody proves who the server is. */
    boolean anonymous() {
        return name.contains("_anon_");
    }

    boolean unencrypted() {
        return name.contains("NULL");
    }

    boolean export() {
        return name.contains("EXPORT");
    }

    boolean rc4() {
        return name.contains("RC4");
    }

    boolean shortBlock() {
        return name.contains("DES") || name.contains("IDEA") || name.contains("RC2");
    }

    /** Whether stolen keys do not open what was said before. */
    boolean forwardSecret() {
        return !name.contains("_WITH_") || name.startsWith("TLS_ECDHE_") || name.startsWith("TLS_DHE_");
    }

    /** Whether the certificate's key, once stolen, opens it. */
    boolean staticRsa() {
        return name.startsWith("TLS_RSA_");
    }

    /** Whether encryption and proof of integrity are one (RFC 5116). */
    boolean authenticated() {
        return name.contains("_GCM_") || name.contains("_CCM") || name.contains("POLY1305");
    }

    /** Nominal bits of the key, as the guide counts them. */
    int bits() {
        if (unencrypted()) {
            return 0;
        }
        if (export()) {
            return 40;
        }
        if (name.contains("3DES")) {
            return 168;
        }
        if (name.contains("DES_CBC")) {
            return 56;
        }
        return name.contains("_256") || name.contains("CHACHA20") ? 256 : 128;
    }
}
