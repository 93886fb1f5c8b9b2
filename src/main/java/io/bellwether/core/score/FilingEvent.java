package io.bellwether.core.score;

import java.time.Instant;

/**
 * A dated event from a register of companies.
 *
 * @param signal its kind, for example {@code filing-8k-1.03}
 * @param key identity among the events of its company
 * @param source where it can be read
 */
public record FilingEvent(String signal, String key, Instant occurredAt, String source) {}
