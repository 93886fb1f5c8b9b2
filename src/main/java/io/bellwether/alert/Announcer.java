package io.bellwether.alert;

import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.Alert.TimelineEntry;
import io.bellwether.alert.EpisodeWrites.Noted;
import io.bellwether.core.alert.Step;
import io.bellwether.core.alert.Transition;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Outbox;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes known what has been stored, in the same transaction: timeline, outbox, event. */
@Singleton
class Announcer {

    private final Composer composer;
    private final EpisodeWrites writes;
    private final AlertReads reads;
    private final Outbox outbox;
    private final Event<AlertsChanged> changed;

    Announcer(Composer composer, EpisodeWrites writes, AlertReads reads, Outbox outbox, Event<AlertsChanged> changed) {
        this.composer = composer;
        this.writes = writes;
        this.reads = reads;
        this.outbox = outbox;
        this.changed = changed;
    }

    void announce(StoredEpisode episode, Step step) {
        announce(List.of(new Change(episode, step)));
    }

    /** @param changes of different episodes; those without a transition are not made known */
    void announce(List<Change> changes) {
        List<Change> told = changes.stream()
                .filter(change -> !change.step().transitions().isEmpty())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        writes.timeline(told.stream().flatMap(Announcer::noted).toList());
        Map<UUID, Alert> alerts =
                changed(told.stream().map(change -> change.episode().id()).toList());
        outbox.add(
                AlertTransition.TOPIC,
                told.stream()
                        .flatMap(change -> change.step().transitions().stream()
                                .map(transition -> described(change.episode(), transition, alerts)))
                        .toList());
    }

    /** As it is told. */
    AlertTransition described(StoredEpisode episode, Transition transition) {
        return described(episode, transition, alerts(List.of(episode.id())));
    }

    private AlertTransition described(StoredEpisode episode, Transition transition, Map<UUID, Alert> alerts) {
        Alert alert = Objects.requireNonNull(alerts.get(episode.id()));
        StoredEpisode told = composer.at(transition, episode);
        return new AlertTransition(
                episode.id(),
                transition.number(),
                transition.kind().name(),
                episode.subject().vendorId(),
                episode.subject().rule(),
                transition.severity(),
                transition.at(),
                alert.labels(),
                told.facts(),
                told.text());
    }

    /** Something that nobody is sent a message about. */
    void note(StoredEpisode episode, Instant at, String kind, String text) {
        note(List.of(episode), at, kind, text);
    }

    /** The same of each. */
    void note(List<StoredEpisode> episodes, Instant at, String kind, String text) {
        if (episodes.isEmpty()) {
            return;
        }
        TimelineEntry entry = new TimelineEntry(at, kind, Caller.SYSTEM, text);
        List<UUID> ids = episodes.stream().map(StoredEpisode::id).toList();
        writes.timeline(ids.stream().map(id -> new Noted(id, entry)).toList());
        changed(ids);
    }

    /** What a person did; the alert as it is then. */
    Alert deed(UUID episodeId, Instant at, String kind, String actor, String text) {
        writes.timeline(List.of(new Noted(episodeId, new TimelineEntry(at, kind, actor, text))));
        return Objects.requireNonNull(changed(List.of(episodeId)).get(episodeId));
    }

    private static Stream<Noted> noted(Change change) {
        return change.step().transitions().stream()
                .map(transition -> new Noted(
                        change.episode().id(),
                        new TimelineEntry(
                                transition.at(),
                                transition.kind().name(),
                                Caller.SYSTEM,
                                transition.severity() + ": " + change.step().reason())));
    }

    private Map<UUID, Alert> changed(List<UUID> episodes) {
        Map<UUID, Alert> alerts = alerts(episodes);
        changed.fire(new AlertsChanged(episodes.stream()
                .map(id -> Objects.requireNonNull(alerts.get(id)))
                .toList()));
        return alerts;
    }

    private Map<UUID, Alert> alerts(List<UUID> episodes) {
        return reads.found(episodes).stream().collect(toMap(Alert::id, Function.identity()));
    }
}
