package io.bellwether.core.score.backtest;

import io.bellwether.core.score.StatementRisk;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What annual statements said from a day on.
 *
 * @param from when the statements were filed
 * @param risk null when what the scorecard needs was not all known
 */
public record DatedRisk(LocalDate from, @Nullable StatementRisk risk) {}
