/** The kind {@code websocket}: does a WebSocket open, answer and close as RFC 6455 says. */
@NullMarked
package io.bellwether.probe.websocket;

import org.jspecify.annotations.NullMarked;
