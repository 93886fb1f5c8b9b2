package io.bellwether.core.honesty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident that a vendor posted on its status page.
 *
 * @param startedAt when it began, in the vendor's own word
 * @param endedAt when it was over, in the vendor's own word; null when it did not say
 * @param seenAt when we saw it first: a vendor may date back what it posts, but not this
 * @param source where it can be read
 */
public record Post(Instant startedAt, @Nullable Instant endedAt, Instant seenAt, String title, String source) {}
