package io.bellwether.slo;

import io.bellwether.core.slo.Account;
import io.bellwether.core.slo.ErrorBudget;
import io.bellwether.core.slo.Span;
import io.bellwether.core.slo.Speed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objective and how it stands; the state as in {@link ObjectiveState}.
 *
 * @param vendor slug
 * @param probe null when it is about the vendor as a whole
 * @param threshold null for an objective of kind AVAILABILITY
 * @param method how it was counted, in one sentence
 * @param version grows with each change of the objective, not of its state; the ETag
 */
record ObjectiveView(
        UUID id,
        String vendor,
        @Nullable UUID probe,
        String name,
        ObjectiveKind kind,
        double target,
        @Nullable Duration threshold,
        ObjectiveWindow window,
        Span span,
        @Nullable Double attainment,
        ErrorBudget errorBudget,
        double unknownMinutes,
        double excludedMinutes,
        List<BurnRateView> burnRates,
        String method,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static ObjectiveView of(ServiceObjective objective, String vendor, ObjectiveState state) {
        NewObjective values = objective.values();
        return new ObjectiveView(
                objective.id(),
                vendor,
                objective.probeId(),
                objective.name(),
                values.kind(),
                values.target(),
                values.threshold(),
                values.window(),
                state.span(),
                state.attainment(),
                state.errorBudget(),
                state.unknownMinutes(),
                state.excludedMinutes(),
                state.burnRates().stream().map(BurnRateView::of).toList(),
                values.kind() == ObjectiveKind.AVAILABILITY ? Account.METHOD : Speed.METHOD,
                objective.createdAt(),
                objective.updatedAt(),
                objective.version());
    }
}
