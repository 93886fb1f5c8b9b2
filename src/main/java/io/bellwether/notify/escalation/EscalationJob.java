package io.bellwether.notify.escalation;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes the steps that are due. */
@Singleton
class EscalationJob {

    private static final Logger LOG = Logger.getLogger(EscalationJob.class);
    private static final int AT_A_TIME = 500;

    private final EscalationTable table;
    private final EscalationSteps steps;
    private final Clock clock;

    EscalationJob(EscalationTable table, EscalationSteps steps, Clock clock) {
        this.table = table;
        this.steps = steps;
        this.clock = clock;
    }

    @Scheduled(identity = "escalation-steps", every = "5s")
    @Nonconcurrent
    void run() {
        run(clock.instant());
    }

    void run(Instant now) {
        List<UUID> due = table.due(now, AT_A_TIME);
        due.forEach(alert -> take(alert, now));
    }

    /** One alert's trouble is not to cost the others their step. */
    private void take(UUID alert, Instant now) {
        try {
            steps.take(alert, now);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The step due of the escalation of alert %s could not be taken; it is tried again.", alert);
        }
    }
}
