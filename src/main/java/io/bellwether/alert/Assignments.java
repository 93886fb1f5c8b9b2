package io.bellwether.alert;

import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is to see to an alert. Also of an alert that is over: what is left to do then is somebody's too. */
@ApplicationScoped
public class Assignments {

    private final Alerts alerts;
    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Announcer announcer;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;
    private final Event<AlertAssigned> assigned;

    Assignments(
            Alerts alerts,
            EpisodeStore store,
            EpisodeWrites writes,
            Announcer announcer,
            Audit audit,
            Caller caller,
            Clock clock,
            Event<AlertAssigned> assigned) {
        this.alerts = alerts;
        this.store = store;
        this.writes = writes;
        this.announcer = announcer;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
        this.assigned = assigned;
    }

    /**
     * @param to the person's e-mail address
     * @throws Problem 404
     */
    @Transactional
    public Alert assign(UUID id, String to) {
        String person = EmailAddress.key(to);
        return set(id, person, "ASSIGNED", "to " + person);
    }

    /** @throws Problem 404 */
    @Transactional
    public Alert clear(UUID id) {
        return set(id, null, "UNASSIGNED", "to nobody");
    }

    private Alert set(UUID id, @Nullable String person, String kind, String text) {
        if (store.lock(id).isEmpty()) {
            throw Problem.notFound("alert", id);
        }
        Alert before = alerts.require(id);
        if (Objects.equals(before.assignee(), person)) {
            return before;
        }
        writes.assign(id, person);
        audit.record("alert." + kind.toLowerCase(Locale.ROOT), "alert/" + id, Map.of("text", text));
        Alert alert = announcer.deed(id, clock.instant(), kind, caller.name(), text);
        if (person == null) {
            return alert;
        }
        assigned.fire(new AlertAssigned(alert, person, caller.name()));
        return alerts.require(id);
    }
}
