package io.bellwether.notify.slack;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Acknowledges and snoozes alerts for somebody in Slack; what has been done already is not done again. */
@Singleton
class SlackDeeds {

    private static final Duration SNOOZE = Duration.ofHours(1);
    private static final String NOTE = "By a button in Slack.";

    private final Alerts alerts;
    private final Caller caller;
    private final Clock clock;
    /** Of two presses at once the second is to see what the first has done. */
    private final Lock oneByOne = new ReentrantLock();

    SlackDeeds(Alerts alerts, Caller caller, Clock clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    /** What came of it, in words. */
    String done(String action, List<UUID> ids, String person) {
        oneByOne.lock();
        try {
            return caller.as(person, () -> done(action, ids));
        } finally {
            oneByOne.unlock();
        }
    }

    private String done(String action, List<UUID> ids) {
        int done = 0;
        String obstacle = "There was nothing to do.";
        for (UUID id : ids) {
            try {
                String handled = handled(alerts.require(id));
                if (handled.isEmpty()) {
                    act(action, id);
                    done++;
                } else {
                    obstacle = handled;
                }
            } catch (Problem e) {
                obstacle = e.detail();
            }
        }
        String deed = action.equals(SlackView.SNOOZE) ? "Snoozed for an hour." : "Acknowledged.";
        return done == 0 ? obstacle : ids.size() == 1 ? deed : deed + " (" + done + " of " + ids.size() + " alerts)";
    }

    private void act(String action, UUID id) {
        if (action.equals(SlackView.SNOOZE)) {
            alerts.snooze(id, clock.instant().plus(SNOOZE));
        } else {
            alerts.acknowledge(id, NOTE, null);
        }
    }

    /** Empty when nobody has taken care of it. */
    private static String handled(Alert alert) {
        return switch (alert.handling()) {
            case NEW -> "";
            case ACKNOWLEDGED -> alert.handledBy() + " has acknowledged it already.";
            case SNOOZED -> alert.handledBy() + " has snoozed it already.";
        };
    }
}
