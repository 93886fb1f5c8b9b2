package io.bellwether.platform.egress;

import java.util.List;

/** What a TLS connection is for. */
public enum Purpose {
    /** An HTTP/1.1 exchange follows. */
    HTTP("http/1.1"),
    /** An HTTP/2 exchange follows. */
    HTTP2("h2"),
    /** A talk follows in a protocol that the handshake does not name. */
    TALK,
    /** An HTTP/1.1 exchange follows, also where the certificate is bad: what is read is not believed, only described. */
    READ("http/1.1"),
    /** Only the handshake counts: a bad certificate is what we came to see. */
    LOOK,
    /** As {@link #LOOK}, offering the application protocols that a browser offers. */
    INSPECT("h2", "http/1.1");

    private final List<String> protocols;

    Purpose(String... protocols) {
        this.protocols = List.of(protocols);
    }

    /** Whether a bad certificate ends the handshake. */
    boolean strict() {
        return this != LOOK && this != READ && this != INSPECT;
    }

    /** What is offered as application protocols (RFC 7301). */
    String[] protocols() {
        return protocols.toArray(new String[0]);
    }
}
