package io.bellwether.core;

/** Why an attempt ended as it did; the words beside it say the particulars. */
public enum Cause {
    OK,
    /** Slower than the threshold for a degraded answer. */
    SLOW,
    /** The host name has no address. */
    DNS_NO_ADDRESS,
    /** The resolver failed or did not answer in time: says nothing about the vendor. */
    DNS_FAILED,
    /** The name does not exist, or has no record of the type that is asked for. */
    DNS_NO_RECORD,
    /** DNS holds something else than it should, or its servers disagree about it. */
    DNS_MISMATCH,
    /** Signatures in DNS are wrong, or missing where they are required. */
    DNSSEC_FAILED,
    /** Name servers do not answer for the zone that names them. */
    NAME_SERVERS_FAILED,
    /** The egress guard refused the address; nothing was sent. */
    EGRESS_REFUSED,
    CONNECTION_REFUSED,
    CONNECTION_RESET,
    CONNECT_TIMEOUT,
    NETWORK_UNREACHABLE,
    /** Echo requests stayed without a reply. */
    PACKETS_LOST,
    TLS_FAILED,
    /** The server encrypts only in ways that browsers have given up: it answers, but hardly anybody can use it. */
    TLS_TOO_WEAK,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_EXPIRING,
    CERTIFICATE_UNTRUSTED,
    CERTIFICATE_WRONG_HOST,
    /** The whole attempt ran out of its time. */
    DEADLINE,
    PROTOCOL_ERROR,
    HEADERS_TOO_LARGE,
    BODY_TOO_LARGE,
    BODY_TRUNCATED,
    DECOMPRESSION_LIMIT,
    TOO_MANY_REDIRECTS,
    UNEXPECTED_STATUS,
    BODY_MISMATCH,
    HEADER_MISMATCH,
    /** The answer has another shape than the format promises. */
    UNEXPECTED_FORMAT,
    /** The other side asks us to slow down or to prove that we are no robot. */
    BOT_WALL,
    /** The vendor itself says that it is impaired. */
    DECLARED,
    DOMAIN_EXPIRED,
    /** The registration of a domain ends soon, or is being given up. */
    DOMAIN_EXPIRING,
    /** The registrar or the registry keeps a domain out of DNS. */
    DOMAIN_ON_HOLD,
    /** The source does not publish what is asked of it. */
    NOT_PUBLISHED,
    /** A setting this probe needs is missing. */
    NOT_CONFIGURED,
    /** The source asked us to stop, or we have asked enough of it; nothing is sent until the pause is over. */
    CIRCUIT_OPEN,
    /** What the other side was to send us has not come in time. */
    OVERDUE,
    /** Nothing has come yet and nothing was due yet. */
    AWAITED,
    /** Too few of the probe's locations could tell. */
    QUORUM,
    /** Our own way out is broken: the reference targets do not answer either. */
    EGRESS,
    /** This node itself stood still for too much of the time it measured. */
    STALLED,
    /** Our own failure. */
    INTERNAL
}
