package io.bellwether.alert;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Handling;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The alerts as people read and handle them. */
@ApplicationScoped
public class Alerts {

    private static final int MAX_TEXT = 4000;

    private final AlertReads reads;
    private final BriefInterruptions interruptions;
    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Announcer announcer;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Alerts(
            AlertReads reads,
            BriefInterruptions interruptions,
            EpisodeStore store,
            EpisodeWrites writes,
            Announcer announcer,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.reads = reads;
        this.interruptions = interruptions;
        this.store = store;
        this.writes = writes;
        this.announcer = announcer;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 400 when the query names a vendor that does not exist, or a broken cursor */
    public Page<Alert> list(AlertQuery query) {
        if (query.vendor() != null && !reads.vendorExists(query.vendor())) {
            throw Problem.invalid("vendor", "There is no vendor '" + query.vendor() + "'.");
        }
        return reads.list(query);
    }

    /** @throws Problem 404 when there is none */
    public Alert require(UUID id) {
        return reads.find(id).orElseThrow(() -> Problem.notFound("alert", id));
    }

    /** Those of these alerts that there are, in any order and without their timelines. */
    public List<Alert> all(Collection<UUID> ids) {
        return reads.withoutTimelines(ids);
    }

    /** All that are not over, in any order and without their timelines. */
    public List<Alert> allOpen() {
        return reads.allOpen();
    }

    /** The vendor's alerts that are not over, newest first. */
    public List<Alert> open(UUID vendorId) {
        return reads.open(vendorId);
    }

    /**
     * The vendor's alerts that fired and were not yet resolved at some time of the period, oldest first.
     *
     * @param to exclusive
     */
    public List<Alert> between(UUID vendorId, Instant from, Instant to) {
        return reads.between(vendorId, from, to);
    }

    /**
     * Their troubles that were over before somebody was to be told of them, by their end, the oldest first.
     *
     * @param vendors ids
     * @param to exclusive
     */
    public List<BriefInterruption> briefInterruptions(Collection<UUID> vendors, Instant from, Instant to) {
        return interruptions.between(vendors, from, to);
    }

    /** That these were over before somebody was to be told of them. */
    @Transactional
    public void passed(Collection<UUID> ids) {
        interruptions.keep(ids);
    }

    /** How many alerts are firing or recovering, by vendor; vendors without any are missing. */
    public Map<UUID, Integer> openCounts() {
        return reads.openCounts();
    }

    /**
     * @param note why, not blank
     * @param until when it returns to NEW by itself; null for never
     * @throws Problem 400, 404, or 409 when it is pending or over
     */
    @Transactional
    public Alert acknowledge(UUID id, @Nullable String note, @Nullable Instant until) {
        String text = text("/note", note);
        if (until != null) {
            future(until);
        }
        StoredEpisode episode = told(id);
        handle(episode, episode.state().acknowledged(until));
        return recorded(id, "ACKNOWLEDGED", text, text);
    }

    /** @throws Problem 400, 404, or 409 when it is pending or over */
    @Transactional
    public Alert snooze(UUID id, @Nullable Instant until) {
        Instant end = future(until);
        StoredEpisode episode = told(id);
        handle(episode, episode.state().snoozed(end));
        return recorded(id, "SNOOZED", "until " + end);
    }

    /**
     * As {@link #acknowledge}, unless somebody was first to take care of it.
     *
     * @throws Problem 400, 404, or 409 when it is pending or over, or naming who was first
     */
    @Transactional
    public Alert acknowledgeFirst(UUID id, String note) {
        untaken(id);
        return acknowledge(id, note, null);
    }

    /**
     * As {@link #snooze}, unless somebody was first to take care of it.
     *
     * @throws Problem 400, 404, or 409 when it is pending or over, or naming who was first
     */
    @Transactional
    public Alert snoozeFirst(UUID id, Instant until) {
        untaken(id);
        return snooze(id, until);
    }

    /**
     * Nobody takes care of it any more; what waited for that goes on.
     *
     * @throws Problem 404, or 409 when it is not acknowledged
     */
    @Transactional
    public Alert unacknowledge(UUID id) {
        return unhandle(id, Handling.ACKNOWLEDGED, "UNACKNOWLEDGED");
    }

    /** @throws Problem 404, or 409 when it is not snoozed */
    @Transactional
    public Alert unsnooze(UUID id) {
        return unhandle(id, Handling.SNOOZED, "UNSNOOZED");
    }

    /** @throws Problem 400, 404, or 409 when it is pending or over */
    @Transactional
    public Alert comment(UUID id, @Nullable String text) {
        String comment = text("/text", text);
        writes.update(told(id));
        return recorded(id, "COMMENT", comment);
    }

    private Alert unhandle(UUID id, Handling from, String kind) {
        StoredEpisode episode = told(id);
        Handling handling = episode.state().handling();
        if (handling != from) {
            throw Problem.conflict("handling", "The alert is " + handling + ", not " + from + ".");
        }
        writes.update(episode.handled(episode.state().unhandled(), null, null));
        return recorded(id, kind, "by hand");
    }

    private StoredEpisode told(UUID id) {
        StoredEpisode episode = store.lock(id).orElseThrow(() -> Problem.notFound("alert", id));
        if (!episode.state().condition().told()) {
            throw Problem.conflict(
                    "condition", "The alert is " + episode.state().condition() + "; only a firing one can be handled.");
        }
        return episode;
    }

    /** It is locked from here on, so that of two at once the second knows of the first. */
    private void untaken(UUID id) {
        StoredEpisode episode = told(id);
        Handling handling = episode.state().handling();
        if (handling != Handling.NEW && !episode.state().expired(clock.instant())) {
            String deed = handling == Handling.SNOOZED ? "snoozed" : "acknowledged";
            String who = Objects.requireNonNullElse(episode.handledBy(), "Somebody");
            throw Problem.conflict("handling", who + " has " + deed + " it already.");
        }
    }

    private void handle(StoredEpisode episode, Episode next) {
        writes.update(episode.handled(next, caller.name(), clock.instant()));
    }

    private Alert recorded(UUID id, String kind, String text) {
        return recorded(id, kind, text, "");
    }

    private Alert recorded(UUID id, String kind, String text, String reason) {
        audit.record("alert." + kind.toLowerCase(Locale.ROOT), "alert/" + id, reason, Map.of("text", text));
        return announcer.deed(id, clock.instant(), kind, caller.name(), text);
    }

    private Instant future(@Nullable Instant until) {
        if (until == null || !until.isAfter(clock.instant())) {
            throw Problem.invalid("/until", "Must be a time in the future.");
        }
        return until;
    }

    private static String text(String pointer, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > MAX_TEXT) {
            throw Problem.invalid(pointer, "Must not be blank, and at most " + MAX_TEXT + " characters long.");
        }
        return text.strip();
    }
}
