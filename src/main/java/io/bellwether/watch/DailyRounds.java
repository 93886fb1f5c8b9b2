package io.bellwether.watch;

import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalAlerts;
import io.bellwether.alert.InternalRule;
import io.bellwether.platform.AuditChain;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Looks at what needs no hurry: whether the log of changes is whole, and which templates have stopped failing. */
@Singleton
class DailyRounds {

    private static final String LOG = "audit log";
    private static final Duration QUIET = Duration.ofDays(1);

    private final AuditChain chain;
    private final InternalAlerts alerts;
    private final Clock clock;

    DailyRounds(AuditChain chain, InternalAlerts alerts, Clock clock) {
        this.chain = chain;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Scheduled(identity = "watch-audit-log", cron = "0 7 4 * * ?")
    void verifyAuditLog() {
        tell(chain.verify());
    }

    void tell(AuditChain.Verification found) {
        String fault = found.fault();
        if (fault == null) {
            alerts.clear(InternalRule.AUDIT_BROKEN, LOG, "The audit log is whole.");
        } else {
            alerts.raise(InternalAlert.of(
                    InternalRule.AUDIT_BROKEN, LOG, LOG, "The audit log is not as it was written: " + fault));
        }
    }

    @Scheduled(identity = "watch-templates", cron = "0 27 * * * ?")
    void closeTemplates() {
        alerts.clearUnsaid(
                InternalRule.TEMPLATE_FAILED, clock.instant().minus(QUIET), "The template has not failed for a day.");
    }
}
