package io.bellwether.core.finance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a classic formula says.
 *
 * @param value null when lines are missing
 * @param zone null with it
 * @param missing the lines, as {@code statements/2/ebit}
 */
public record FormulaScore(
        Formula formula, @Nullable Double value, @Nullable Zone zone, List<String> missing) {}
