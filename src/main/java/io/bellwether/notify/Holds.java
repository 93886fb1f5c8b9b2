package io.bellwether.notify;

import static java.util.stream.Collectors.toSet;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.mute.QuietHours;
import io.bellwether.core.alert.routing.Hold;
import io.bellwether.notify.person.People;
import io.bellwether.notify.person.QuietTimes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds out which alerts a mailbox is not to be told of now. */
@Singleton
class Holds {

    private static final String QUIET = "quiet hours until ";

    private final Alerts alerts;
    private final People people;
    private final ChannelRow.Repository channels;

    Holds(Alerts alerts, People people, ChannelRow.Repository channels) {
        this.alerts = alerts;
        this.people = people;
        this.channels = channels;
    }

    Held of(Mailbox mailbox, Collection<UUID> ids, Instant now) {
        List<Alert> all = alerts.all(ids);
        Map<String, Held.Why> whys = new HashMap<>();
        quiet(mailbox)
                .flatMap(quiet -> quiet.until(now))
                .ifPresent(end -> all.stream()
                        .filter(alert -> !QuietHours.pierces(alert.severity(), alert.rule()))
                        .forEach(alert ->
                                whys.put(alert.id().toString(), new Held.Why(Hold.DEFERRED, QUIET + end, end))));
        all.stream()
                .filter(alert -> !alert.suppressedBy().isEmpty())
                .forEach(alert -> whys.put(alert.id().toString(), muted(alert)));
        return new Held(
                whys,
                all.stream()
                        .filter(alert -> alert.handling() != Handling.NEW
                                || !alert.condition().told())
                        .map(alert -> alert.id().toString())
                        .collect(toSet()));
    }

    private Optional<QuietHours> quiet(Mailbox mailbox) {
        String address = mailbox.target().address();
        return address.isEmpty()
                ? Optional.ofNullable(channels.findById(mailbox.target().channelId()).quietHours)
                        .map(QuietTimes::hours)
                : people.quietHours(address);
    }

    private static Held.Why muted(Alert alert) {
        return new Held.Why(Hold.MUTED, alert.suppressedBy().getFirst(), null);
    }
}
