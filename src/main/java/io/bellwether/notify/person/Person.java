package io.bellwether.notify.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told by e-mail.
 *
 * @param email in lower case
 * @param quietHours null when he may be disturbed at any time
 * @param slackUser his id in Slack; null when it is not known
 * @param version grows with each change; the ETag
 */
public record Person(
        String email,
        @Nullable QuietTimes quietHours,
        @Nullable String slackUser,
        Instant updatedAt,
        int version) {}
