package io.bellwether.platform.egress;

/** What a TLS connection is for. */
public enum Purpose {
    /** An HTTP/1.1 exchange follows. */
    HTTP,
    /** An HTTP/2 exchange follows. */
    HTTP2,
    /** A talk follows in a protocol that the handshake does not name. */
    TALK,
    /** An HTTP/1.1 exchange follows, also where the certificate is bad: what is read is not believed, only described. */
    READ,
    /** Only the handshake counts: a bad certificate is what we came to see. */
    LOOK,
    /** As {@link #LOOK}, offering the application protocols that a browser offers. */
    INSPECT;

    /** Whether a bad certificate ends the handshake. */
    boolean strict() {
        return this != LOOK && this != READ && this != INSPECT;
    }

    /** What is offered as application protocols (RFC 7301). */
    String[] protocols() {
        return switch (this) {
            case HTTP, READ -> new String[] {"http/1.1"};
            case HTTP2 -> new String[] {"h2"};
            case INSPECT -> new String[] {"h2", "http/1.1"};
            case TALK, LOOK -> new String[0];
        };
    }
}
