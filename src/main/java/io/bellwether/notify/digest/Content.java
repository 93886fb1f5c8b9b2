package io.bellwether.notify.digest;

import io.bellwether.core.Voices;
import org.jspecify.annotations.Nullable;

/**
 * What a digest says.
 *
 * @param empty whether there is nothing to tell
 * @param alerts the facts behind the text, for the topic ALERTS
 */
record Content(
        boolean empty, String title, Voices text, @Nullable AlertDigest alerts) {}
