package io.bellwether.alert;

import io.bellwether.core.alert.rule.Replay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Lets the rules that people made judge each of their steps when it is over. */
@Singleton
class RuleWatch {

    private static final Logger LOG = Logger.getLogger(RuleWatch.class);

    /** Observations of the end of a step may still be under way. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** After a longer standstill the past is left alone: nobody wants to be told now of what was over hours ago. */
    private static final int MOST_BEHIND = 12;

    private static final Duration ROUND = Duration.ofMinutes(1);
    /** How often the scores of the running day are looked at; they do not change more often. */
    private static final Duration ASSESSED = Duration.ofMinutes(5);

    private final CustomRules rules;
    private final RuleRounds rounds;
    private final Clock clock;

    RuleWatch(CustomRules rules, RuleRounds rounds, Clock clock) {
        this.rules = rules;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(identity = "alert-rules", every = "60s")
    @Nonconcurrent
    void run() {
        Instant now = clock.instant();
        for (CustomRule rule : rules.active()) {
            try {
                judge(rule, now);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The rule %s could not judge; the others go on.", rule.name());
            }
        }
    }

    private void judge(CustomRule rule, Instant now) {
        Duration step = rule.step();
        Instant due = Replay.floor(step, now.minus(GRACE));
        Replay.ticks(step, from(rule, step, due), due)
                .forEach(tick -> QuarkusTransaction.requiringNew().run(() -> rounds.judge(rule, tick)));
        if (rule.settings().detector().ofVendor()
                && !Replay.ticks(ASSESSED, now.minus(ROUND), now).isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> rounds.judgeToday(rule, now));
        }
    }

    private static Instant from(CustomRule rule, Duration step, Instant due) {
        Instant judgedTo = rule.judgedTo();
        if (judgedTo == null) {
            return due.minus(step);
        }
        Instant earliest = due.minus(step.multipliedBy(MOST_BEHIND));
        return judgedTo.isBefore(earliest) ? earliest : judgedTo;
    }
}
