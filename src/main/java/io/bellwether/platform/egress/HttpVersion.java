package io.bellwether.platform.egress;

/** Which version of HTTP to speak. */
public enum HttpVersion {
    /** HTTP/1.1 (RFC 9112). */
    HTTP1,
    /** HTTP/2 (RFC 9113), agreed on in the TLS handshake; in the clear HTTP/1.1 is spoken all the same. */
    HTTP2
}
