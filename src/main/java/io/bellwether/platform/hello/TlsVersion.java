package io.bellwether.platform.hello;

import java.util.Arrays;
import java.util.Optional;

/** A version of the protocol, the oldest first. */
public enum TlsVersion {
    SSL_3(0x0300, "SSL 3.0"),
    TLS_1_0(0x0301, "TLS 1.0"),
    TLS_1_1(0x0302, "TLS 1.1"),
    TLS_1_2(0x0303, "TLS 1.2"),
    TLS_1_3(0x0304, "TLS 1.3");

    private final int number;
    private final String words;

    TlsVersion(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** As it stands on the wire. */
    public int number() {
        return number;
    }

    /** As people write it. */
    public String words() {
        return words;
    }

    public static Optional<TlsVersion> of(int number) {
        return Arrays.stream(values())
                .filter(version -> version.number == number)
                .findFirst();
    }
}
