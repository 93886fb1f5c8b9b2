package io.bellwether.notify.digest;

import io.bellwether.core.Voices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a digest would say that is not sent.
 *
 * @param from exclusive
 * @param to inclusive
 * @param empty whether there is nothing to tell
 * @param alerts the facts behind the text, for the topic ALERTS
 */
public record DigestPreview(
        Topic topic,
        Instant from,
        Instant to,
        boolean empty,
        String title,
        Voices text,
        @Nullable AlertDigest alerts) {}
