package io.bellwether.slo;

import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.ErrorBudget;
import io.bellwether.core.slo.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an objective stands.
 *
 * @param span the window as it lies now; it may end in the future
 * @param attainment share of the known time so far that was good, 0 to 1; null when nothing is known
 * @param unknownMinutes of the window so far
 * @param excludedMinutes of the window so far
 * @param burnRates what each rule says; empty while no probe watches
 */
public record ObjectiveState(
        Span span,
        @Nullable Double attainment,
        ErrorBudget errorBudget,
        double unknownMinutes,
        double excludedMinutes,
        List<BurnRate> burnRates) {}
