package io.bellwether.platform.egress;

import org.jspecify.annotations.Nullable;

/** What a TLS connection is for. */
public enum Purpose {
    /** An HTTP/1.1 exchange follows. */
    HTTP("http/1.1"),
    /** An HTTP/2 exchange follows. */
    HTTP2("h2"),
    /** A talk follows in a protocol that the handshake does not name. */
    TALK(null),
    /** An HTTP/1.1 exchange follows, also where the certificate is bad: what is read is not believed, only described. */
    READ("http/1.1"),
    /** Only the handshake counts: a bad certificate is what we came to see. */
    LOOK(null);

    private final @Nullable String protocol;

    Purpose(@Nullable String protocol) {
        this.protocol = protocol;
    }

    /** Whether a bad certificate ends the handshake. */
    boolean strict() {
        return this != LOOK && this != READ;
    }

    /** What is offered as application protocols (RFC 7301). */
    String[] protocols() {
        return protocol == null ? new String[0] : new String[] {protocol};
    }
}
