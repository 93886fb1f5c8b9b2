package io.bellwether.probe.http;

/** The methods of RFC 9110 and RFC 5789 that a check can have a use for. */
enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE,
    OPTIONS;

    boolean mayHaveBody() {
        return this == POST || this == PUT || this == PATCH;
    }
}
