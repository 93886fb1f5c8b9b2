package io.bellwether.notify.slack;

import io.bellwether.alert.Alerts;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Acknowledges and snoozes alerts for somebody in Slack; what has been done already is not done again. */
@Singleton
class SlackDeeds {

    private static final Duration SNOOZE = Duration.ofHours(1);
    private static final String NOTE = "By a button in Slack.";

    private final Alerts alerts;
    private final Caller caller;
    private final Clock clock;

    SlackDeeds(Alerts alerts, Caller caller, Clock clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    /** What came of it, in words. */
    String done(String action, List<UUID> ids, String person) {
        return caller.as(person, () -> done(action, ids));
    }

    private String done(String action, List<UUID> ids) {
        int done = 0;
        String obstacle = "There was nothing to do.";
        for (UUID id : ids) {
            try {
                act(action, id);
                done++;
            } catch (Problem e) {
                obstacle = e.detail();
            }
        }
        String deed = action.equals(SlackView.SNOOZE) ? "Snoozed for an hour." : "Acknowledged.";
        return done == 0 ? obstacle : ids.size() == 1 ? deed : deed + " (" + done + " of " + ids.size() + " alerts)";
    }

    private void act(String action, UUID id) {
        if (action.equals(SlackView.SNOOZE)) {
            alerts.snoozeFirst(id, clock.instant().plus(SNOOZE));
        } else {
            alerts.acknowledgeFirst(id, NOTE);
        }
    }
}
