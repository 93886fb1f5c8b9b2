package io.bellwether.app.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that reached one of the demo's sinks.
 *
 * @param number counts from 1 in order of arrival
 * @param channel {@code slack} or {@code email}
 * @param receiver who it was for
 * @param body what was sent: a mail's plain text, or the JSON of a Slack message
 * @param html a mail's HTML part
 */
record SentMessage(
        int number,
        Instant at,
        String channel,
        String receiver,
        String subject,
        String body,
        @Nullable String html) {}
