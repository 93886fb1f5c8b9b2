package io.bellwether.slo;

import io.bellwether.core.slo.ErrorBudget;
import io.bellwether.core.slo.Measured;
import io.bellwether.core.slo.Span;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** How objectives stand now. */
@Singleton
public class ObjectiveStates {

    private final Ledgers ledgers;
    private final BurnRates rates;
    private final Clock clock;

    ObjectiveStates(Ledgers ledgers, BurnRates rates, Clock clock) {
        this.ledgers = ledgers;
        this.rates = rates;
        this.clock = clock;
    }

    public ObjectiveState of(ServiceObjective objective) {
        Instant now = clock.instant();
        Span window = objective.window().at(now);
        Span passed = new Span(window.from(), earlier(window.to(), now));
        Function<Span, Measured> ledger =
                ledgers.open(objective, new Span(earlier(window.from(), now.minus(BurnRates.REACH)), now));
        Measured measured = ledger.apply(passed);
        Double attainment = measured.goodShare();
        Duration excluded = passed.length().minus(measured.accounted());
        return new ObjectiveState(
                window,
                attainment,
                ErrorBudget.of(objective.goal(), window, excluded, attainment == null ? null : measured.bad()),
                Minutes.of(measured.unknown()),
                Minutes.of(excluded),
                rates.of(objective, ledger, now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
