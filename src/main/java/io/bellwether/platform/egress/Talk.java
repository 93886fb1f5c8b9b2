package io.bellwether.platform.egress;

import java.io.IOException;

/**
 * What is said over a connection that {@link Wire#converse} has opened.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Talk<T> {

    /** @throws IOException whatever goes wrong; a {@link Fault} where more is known than that */
    T hold(Conversation conversation) throws IOException;
}
