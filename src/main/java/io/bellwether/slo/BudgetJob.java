package io.bellwether.slo;

import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.Span;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks how fast the budgets of availability objectives are used. */
@Singleton
class BudgetJob {

    private static final Logger LOG = Logger.getLogger(BudgetJob.class);

    private final Objectives objectives;
    private final Ledgers ledgers;
    private final BurnRates rates;
    private final Event<BudgetChecked> checked;
    private final Clock clock;

    BudgetJob(Objectives objectives, Ledgers ledgers, BurnRates rates, Event<BudgetChecked> checked, Clock clock) {
        this.objectives = objectives;
        this.ledgers = ledgers;
        this.rates = rates;
        this.checked = checked;
        this.clock = clock;
    }

    @Scheduled(identity = "error-budgets", every = "60s")
    @Nonconcurrent
    void checkAll() {
        objectives.ofKind(ObjectiveKind.AVAILABILITY).forEach(this::check);
    }

    private void check(ServiceObjective objective) {
        try {
            QuarkusTransaction.requiringNew().run(() -> tell(objective, clock.instant()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The objective %s could not be checked; the others go on.", objective.id());
        }
    }

    private void tell(ServiceObjective objective, Instant now) {
        Span lately = new Span(now.minus(BurnRates.REACH), now);
        List<BurnRate> burning = rates.of(objective, ledgers.open(objective, lately), now);
        if (!burning.isEmpty()) {
            checked.fire(new BudgetChecked(objective, now, burning));
        }
    }
}
