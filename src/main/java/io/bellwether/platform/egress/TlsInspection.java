package io.bellwether.platform.egress;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's handshake with one address showed.
 *
 * @param protocol of the application, as the server chose it from HTTP/2 and HTTP/1.1; empty when it chose none
 * @param headers of its answer to a request for its first page; null when there was none, or only an error that says nothing of
 *     Strict-Transport-Security
 */
public record TlsInspection(
        TlsHandshake handshake, String protocol, @Nullable SortedMap<String, List<String>> headers) {}
