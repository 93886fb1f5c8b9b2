package io.bellwether.alert;

import io.bellwether.core.alert.Transition;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Outbox;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Makes known what has been stored, in the same transaction: timeline, outbox, event. */
@Singleton
class Announcer {

    private final Composer composer;
    private final EpisodeWrites writes;
    private final AlertReads reads;
    private final Outbox outbox;
    private final Event<AlertChanged> changed;

    Announcer(Composer composer, EpisodeWrites writes, AlertReads reads, Outbox outbox, Event<AlertChanged> changed) {
        this.composer = composer;
        this.writes = writes;
        this.reads = reads;
        this.outbox = outbox;
        this.changed = changed;
    }

    void transition(StoredEpisode episode, Transition transition, String reason) {
        String kind = transition.kind().name();
        noted(episode.id(), transition.at(), kind, Caller.SYSTEM, transition.severity() + ": " + reason);
        Alert alert = changed(episode.id());
        outbox.add(AlertTransition.TOPIC, Ids.next(), described(episode, transition, alert));
    }

    /** As it is told. */
    AlertTransition described(StoredEpisode episode, Transition transition) {
        return described(episode, transition, reads.find(episode.id()).orElseThrow());
    }

    private AlertTransition described(StoredEpisode episode, Transition transition, Alert alert) {
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
        noted(episode.id(), at, kind, Caller.SYSTEM, text);
        changed(episode.id());
    }

    /** What a person did; the alert as it is then. */
    Alert deed(UUID episodeId, Instant at, String kind, String actor, String text) {
        noted(episodeId, at, kind, actor, text);
        return changed(episodeId);
    }

    private void noted(UUID episodeId, Instant at, String kind, String actor, String text) {
        writes.timeline(episodeId, at, kind, actor, text);
    }

    private Alert changed(UUID episodeId) {
        Alert alert = reads.find(episodeId).orElseThrow();
        changed.fire(new AlertChanged(alert));
        return alert;
    }
}
