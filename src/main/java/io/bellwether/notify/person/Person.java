package io.bellwether.notify.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told by e-mail.
 *
 * @param email in lower case
 * @param quietHours null when he may be disturbed at any time
 * @param version grows with each change; the ETag
 */
public record Person(String email, @Nullable QuietTimes quietHours, Instant updatedAt, int version) {}
