package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Applies evidence to episodes: the state machine decides, this class keeps what it decided. A storm brings evidence about
 * thousands of subjects at once, so that what becomes of many episodes is written together.
 */
@Singleton
class Episodes {

    /** So many episodes are in memory at once. */
    private static final int BATCH = 500;

    private static final Comparator<Evidence> ORDER =
            Comparator.comparing(Evidence::subject).thenComparing(Evidence::at);

    private final Begins begins;
    private final EpisodeWrites writes;
    private final Composer composer;
    private final Announcer announcer;
    private final Raises raises;

    Episodes(Begins begins, EpisodeWrites writes, Composer composer, Announcer announcer, Raises raises) {
        this.begins = begins;
        this.writes = writes;
        this.composer = composer;
        this.announcer = announcer;
        this.raises = raises;
    }

    /** @param open the open episodes of these subjects, locked; kept up to date */
    void apply(List<Evidence> evidence, Map<Subject, StoredEpisode> open) {
        Map<Subject, Instant> newest = evidence.stream()
                .collect(toMap(Evidence::subject, Evidence::at, BinaryOperator.maxBy(Comparator.naturalOrder())));
        Map<Subject, List<Evidence>> bySubject =
                evidence.stream().sorted(ORDER).collect(groupingBy(Evidence::subject, () -> new TreeMap<>(), toList()));
        bySubject.values().stream()
                .gather(Gatherers.windowFixed(BATCH))
                .forEach(subjects -> applyAll(subjects, newest, open));
    }

    /** @param subjects the evidence about each, in its order */
    private void applyAll(
            List<List<Evidence>> subjects, Map<Subject, Instant> newest, Map<Subject, StoredEpisode> open) {
        int rounds = subjects.stream().mapToInt(List::size).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            int nth = round;
            List<Evidence> pieces = subjects.stream()
                    .filter(evidence -> evidence.size() > nth)
                    .map(evidence -> evidence.get(nth))
                    .toList();
            applyEach(pieces, newest, open);
        }
    }

    /** @param pieces about different subjects, in their order */
    private void applyEach(List<Evidence> pieces, Map<Subject, Instant> newest, Map<Subject, StoredEpisode> open) {
        List<Evidence> weighed = pieces.stream().map(raises::weighed).toList();
        List<Evidence> going = new ArrayList<>();
        List<Evidence> bad = new ArrayList<>();
        for (Evidence piece : weighed) {
            if (open.containsKey(piece.subject())) {
                going.add(piece);
            } else if (piece.signal() instanceof Signal.Bad) {
                bad.add(piece);
            }
        }
        going.addAll(begins.begin(bad, newest, open));
        goOn(going, open);
        for (int at = 0; at < pieces.size(); at++) {
            Evidence piece = pieces.get(at);
            raises.remember(piece, weighed.get(at), open.get(piece.subject()));
        }
    }

    private void goOn(List<Evidence> pieces, Map<Subject, StoredEpisode> open) {
        List<Change> changes = new ArrayList<>();
        Map<StoredEpisode, Instant> news = new LinkedHashMap<>();
        Map<UUID, Instant> passed = new LinkedHashMap<>();
        for (Evidence piece : pieces) {
            StoredEpisode current = Objects.requireNonNull(open.get(piece.subject()));
            Step step = piece.step(current.state());
            Episode next = step.next();
            if (next == null) {
                passed.put(current.id(), piece.at());
                open.remove(current.subject());
            } else if (step.transitions().isEmpty() && piece.isNews()) {
                news.put(composer.news(current, next, piece), piece.at());
            } else if (!next.equals(current.state())) {
                changes.add(new Change(composer.after(current, step, next, piece), step));
            }
        }
        List<StoredEpisode> changed = Stream.concat(changes.stream().map(Change::episode), news.keySet().stream())
                .toList();
        writes.passPending(passed);
        writes.update(changed);
        changed.forEach(episode -> keep(episode, open));
        news.forEach((episode, at) ->
                announcer.note(episode, at, "NEWS", "happened again; unhandled until somebody has read it"));
        announcer.announce(changes);
    }

    private static void keep(StoredEpisode episode, Map<Subject, StoredEpisode> open) {
        if (episode.state().condition() == Condition.RESOLVED) {
            open.remove(episode.subject());
        } else {
            open.put(episode.subject(), episode);
        }
    }
}
