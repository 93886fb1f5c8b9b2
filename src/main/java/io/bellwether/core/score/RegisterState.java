package io.bellwether.core.score;

import java.time.Instant;

/**
 * What a register of companies says of a company now.
 *
 * @param signal which of its entries, for example {@code company-accounts}
 * @param value what the entry says, for example {@code OVERDUE}
 * @param since when it began by the register's own dates, else when it was first seen
 * @param source where it can be read
 */
public record RegisterState(String signal, String value, Instant since, String source) {}
