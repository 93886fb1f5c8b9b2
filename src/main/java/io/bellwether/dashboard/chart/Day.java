package io.bellwether.dashboard.chart;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One UTC day in a vendor's history.
 *
 * @param index the viability index at the day's end, 0 to 100; null when it was not assessed
 * @param availability 0 to 1; null when nothing is known
 */
public record Day(
        LocalDate date, @Nullable Integer index, @Nullable Double availability) {}
