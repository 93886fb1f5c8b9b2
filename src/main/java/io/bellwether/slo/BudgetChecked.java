package io.bellwether.slo;

import io.bellwether.core.slo.BurnRate;
import java.time.Instant;
import java.util.List;

/**
 * Fired in a transaction of its own, every minute for each availability objective that somebody watches.
 *
 * @param rates what each rule says
 */
public record BudgetChecked(ServiceObjective objective, Instant at, List<BurnRate> rates) {}
