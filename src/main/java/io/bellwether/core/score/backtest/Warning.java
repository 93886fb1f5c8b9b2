package io.bellwether.core.score.backtest;

import java.time.LocalDate;

/**
 * A failure that was foretold.
 *
 * @param since when the threshold began to warn
 * @param failedOn when proceedings began
 * @param leadDays the days between
 */
public record Warning(String vendor, LocalDate since, LocalDate failedOn, long leadDays) {}
