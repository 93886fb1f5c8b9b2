package io.bellwether.alert.silence;

import static java.util.stream.Collectors.toMap;

import io.bellwether.core.alert.label.InvalidMatcher;
import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.core.alert.mute.Silence;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people do not want to be told for a while. A silence is never deleted: it ends. */
@ApplicationScoped
public class Silences {

    /** For how long one that is over is listed. */
    private static final Duration SHOWN = Duration.ofDays(5);

    private final SilenceRow.Repository rows;
    private final SilenceEffects effects;
    private final SilenceSettings settings;
    private final Audit audit;
    private final Caller caller;
    private final Event<SilencesChanged> changed;
    private final Clock clock;

    Silences(
            SilenceRow.Repository rows,
            SilenceEffects effects,
            SilenceSettings settings,
            Audit audit,
            Caller caller,
            Event<SilencesChanged> changed,
            Clock clock) {
        this.rows = rows;
        this.effects = effects;
        this.settings = settings;
        this.audit = audit;
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
    }

    /** Active ones by their end, then pending ones by their begin, then those that are over, the last first. */
    @Transactional
    public List<SetSilence> list() {
        Instant now = clock.instant();
        List<SilenceRow> all = Stream.of(rows.active(now), rows.pending(now), rows.endedSince(now.minus(SHOWN), now))
                .flatMap(List::stream)
                .toList();
        Map<UUID, Integer> muted =
                effects.counts(all.stream().map(row -> row.id).toList());
        return all.stream()
                .map(row -> row.shown(now, muted.getOrDefault(row.id, 0)))
                .toList();
    }

    /** What is silenced now, by the silence's id. */
    @Transactional
    public Map<UUID, Silence> active() {
        return rows.active(clock.instant()).stream().collect(toMap(row -> row.id, SilenceRow::silence));
    }

    /** That it has kept an alert from being told; said of the same alert again it changes nothing. */
    @Transactional
    public void muted(UUID id, UUID alert) {
        effects.note(id, alert);
    }

    /** @throws Problem 404 */
    @Transactional
    public SetSilence require(UUID id) {
        return shown(row(id));
    }

    /** @throws Problem 400 naming each wrong field */
    @Transactional
    public SetSilence create(NewSilence values) {
        Instant now = clock.instant();
        SilenceRow row = new SilenceRow(checked(values, now), values.comment(), caller.name(), now);
        rows.persist(row);
        return recorded("silence.create", row.comment, row);
    }

    /**
     * Changes comment and end of one that is not over; what it covers and since when stays, for others rely on it.
     *
     * @throws Problem 400, 404, 409 when it is over, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public SetSilence change(UUID id, @Nullable String ifMatch, NewSilence values) {
        Instant now = clock.instant();
        SilenceRow row = row(id);
        ETags.check(ifMatch, row.version);
        if (row.silence().at(now) == Silence.State.EXPIRED) {
            throw Problem.conflict("/endsAt", "It is over; set another.");
        }
        Silence changed = checked(values.since(row.startsAt), now);
        if (!changed.matchers().equals(row.silence().matchers()) || began(row, changed, now)) {
            throw Problem.invalid(
                    "/matchers", "What it covers and since when does not change; end it and set another.");
        }
        row.startsAt = changed.startsAt();
        row.endsAt = changed.endsAt();
        row.comment = values.comment().strip();
        row.updatedAt = now;
        return recorded("silence.change", row.comment, row);
    }

    /**
     * Changes it where that is all, else ends it and sets another.
     *
     * @return the one that is in force then
     * @throws Problem 400 or 404
     */
    @Transactional
    public SetSilence replace(UUID id, NewSilence values) {
        Instant now = clock.instant();
        SilenceRow row = row(id);
        Silence wanted = checked(values.since(row.startsAt), now);
        boolean over = row.silence().at(now) == Silence.State.EXPIRED;
        if (!over && wanted.matchers().equals(row.silence().matchers()) && !began(row, wanted, now)) {
            return change(id, null, values);
        }
        end(id);
        return create(values);
    }

    /**
     * Ends it now; one that is over stays as it is.
     *
     * @throws Problem 404
     */
    @Transactional
    public SetSilence end(UUID id) {
        Instant now = clock.instant();
        SilenceRow row = row(id);
        Silence.State state = row.silence().at(now);
        if (state == Silence.State.EXPIRED) {
            return shown(row);
        }
        row.startsAt = state == Silence.State.PENDING ? now : row.startsAt;
        row.endsAt = now;
        row.updatedAt = now;
        return recorded("silence.end", "", row);
    }

    /**
     * What these values would make.
     *
     * @throws Problem 400 naming each wrong field
     */
    public Silence checked(NewSilence values) {
        return checked(values, clock.instant());
    }

    private Silence checked(NewSilence values, Instant now) {
        Instant startsAt = Objects.requireNonNullElse(values.startsAt(), now);
        if (!values.endsAt().isAfter(now) || !values.endsAt().isAfter(startsAt)) {
            throw Problem.invalid("/endsAt", "Must be in the future, and after 'startsAt'.");
        }
        Instant counted = startsAt.isAfter(now) ? startsAt : now;
        if (values.endsAt().isAfter(counted.plus(settings.longest()))) {
            throw Problem.invalid(
                    "/endsAt",
                    "A silence lasts " + settings.longest().toDays()
                            + " days at the longest (bellwether.silences.longest); prolong it when it ends.");
        }
        List<Matcher> matchers = matchers(values.matchers());
        if (matchers.stream().allMatch(Matcher::acceptsNothing)) {
            throw Problem.invalid(
                    "/matchers", "At least one must not match the empty text, else everything is silenced.");
        }
        return new Silence(matchers, startsAt, values.endsAt());
    }

    private static List<Matcher> matchers(List<String> texts) {
        List<Matcher> matchers = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            try {
                matchers.addAll(MatcherText.read(texts.get(at)));
            } catch (InvalidMatcher e) {
                errors.add(new FieldError("/matchers/" + at, e.detail()));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return matchers;
    }

    private static boolean began(SilenceRow row, Silence changed, Instant now) {
        return !row.startsAt.isAfter(now) && !changed.startsAt().equals(row.startsAt);
    }

    private SetSilence shown(SilenceRow row) {
        return row.shown(clock.instant(), effects.counts(List.of(row.id)).getOrDefault(row.id, 0));
    }

    private SilenceRow row(UUID id) {
        return rows.findByIdOptional(id).orElseThrow(() -> Problem.notFound("silence", id));
    }

    private SetSilence recorded(String action, String reason, SilenceRow row) {
        rows.flush();
        audit.record(
                action,
                "silence/" + row.id,
                reason,
                Map.of("matchers", List.of(row.matchers), "startsAt", row.startsAt, "endsAt", row.endsAt));
        changed.fire(new SilencesChanged());
        return shown(row);
    }
}
