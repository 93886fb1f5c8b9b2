package io.bellwether.alert;

import static java.util.stream.Collectors.toMap;

import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins episodes of subjects of which none is open. */
@Singleton
class Begins {

    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Composer composer;
    private final Announcer announcer;

    Begins(EpisodeStore store, EpisodeWrites writes, Composer composer, Announcer announcer) {
        this.store = store;
        this.writes = writes;
        this.composer = composer;
        this.announcer = announcer;
    }

    /**
     * Begins an episode of each subject, unless the evidence came too late or is not enough.
     *
     * @param bad about different subjects, in their order
     * @param newest the time of the newest evidence about each subject that came with this
     * @param open gets the episodes that are open then, locked
     * @return the evidence about subjects of which one was open after all
     */
    List<Evidence> begin(List<Evidence> bad, Map<Subject, Instant> newest, Map<Subject, StoredEpisode> open) {
        if (bad.isEmpty()) {
            return List.of();
        }
        Set<Subject> late = store.measuredLater(bad.stream()
                .filter(Begins::isMeasured)
                .collect(toMap(Evidence::subject, piece -> newest.getOrDefault(piece.subject(), piece.at()))));
        Map<Subject, StoredEpisode> last =
                store.newest(bad.stream().map(Evidence::subject).toList());
        List<Evidence> taken = new ArrayList<>();
        Map<Evidence, Change> begun = new LinkedHashMap<>();
        for (Evidence piece : bad) {
            StoredEpisode before = last.get(piece.subject());
            if (isMeasured(piece) && late.contains(piece.subject())) {
                continue;
            }
            if (before != null && before.state().condition() != Condition.RESOLVED) {
                taken.add(piece);
            } else {
                begun(piece, before == null ? null : before.state()).ifPresent(change -> begun.put(piece, change));
            }
        }
        List<Evidence> going = new ArrayList<>(nowOpen(taken, open));
        going.addAll(nowOpen(keep(begun, open), open));
        return going;
    }

    private Optional<Change> begun(Evidence piece, @Nullable Episode before) {
        Step step = piece.step(before);
        return step.next() == null || step.next().equals(before)
                ? Optional.empty()
                : Optional.of(new Change(composer.begun(step.next(), piece), step));
    }

    /** Those of whose subjects another node has just opened an episode. */
    private List<Evidence> keep(Map<Evidence, Change> begun, Map<Subject, StoredEpisode> open) {
        Set<UUID> written =
                writes.insert(begun.values().stream().map(Change::episode).toList());
        List<Change> ours = begun.values().stream()
                .filter(change -> written.contains(change.episode().id()))
                .toList();
        ours.forEach(change -> open.put(change.episode().subject(), change.episode()));
        announcer.announce(ours);
        return begun.keySet().stream()
                .filter(piece -> !open.containsKey(piece.subject()))
                .toList();
    }

    /** The other node has committed: else the insert would still wait. */
    private List<Evidence> nowOpen(List<Evidence> taken, Map<Subject, StoredEpisode> open) {
        if (taken.isEmpty()) {
            return List.of();
        }
        Map<Subject, StoredEpisode> theirs = store.lockOpen(
                taken.stream().map(piece -> piece.subject().vendorId()).toList(),
                taken.stream().map(piece -> piece.subject().key()).toList());
        theirs.forEach(open::putIfAbsent);
        return taken.stream().filter(piece -> open.containsKey(piece.subject())).toList();
    }

    private static boolean isMeasured(Evidence piece) {
        return piece.kind() == Evidence.Kind.MEASURED;
    }
}
