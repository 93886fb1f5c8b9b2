package io.bellwether.core.finance.filed;

import java.time.LocalDate;

/**
 * A periodic report that should have come, and that nobody said would be late.
 *
 * @param form {@code 10-K}, {@code 10-Q} or {@code 20-F}
 * @param periodEnd about when the period ended that it is about
 * @param due the last day on which it would have been in time
 * @param since from when on it is overdue: 15 days after that
 */
public record OverdueReport(String form, LocalDate periodEnd, LocalDate due, LocalDate since) {}
