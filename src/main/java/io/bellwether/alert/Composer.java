package io.bellwether.alert;

import io.bellwether.alert.Narrator.Moment;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Gives episodes their facts and texts. */
@Singleton
class Composer {

    private static final Voices SILENT = new Voices("", "");

    private final VendorRegister vendors;
    private final Narrator narrator;

    Composer(VendorRegister vendors, Narrator narrator) {
        this.vendors = vendors;
        this.narrator = narrator;
    }

    StoredEpisode begun(Episode state, Evidence evidence) {
        Subject subject = evidence.subject();
        Vendor vendor = vendor(subject.vendorId());
        StoredEpisode episode = new StoredEpisode(
                Ids.next(),
                subject,
                subject.fingerprint(vendor),
                evidence.dimension(),
                state,
                null,
                null,
                Map.of(),
                SILENT);
        StoredEpisode told = told(episode, evidence, vendor);
        return state.unstable() ? unstable(told) : told;
    }

    /** The episode after evidence that people are told about. */
    StoredEpisode told(StoredEpisode episode, Evidence evidence) {
        return told(episode, evidence, vendor(episode.subject().vendorId()));
    }

    /** The episode after evidence that changed no more than its state. */
    StoredEpisode silent(StoredEpisode before, Episode next, Evidence evidence) {
        StoredEpisode episode = before.with(next);
        if (next.goodStreak() == 1) {
            return episode.with(next, Circumstances.ended(episode, evidence.at()), episode.text());
        }
        boolean badAgain = before.state().condition() == Condition.RECOVERING && next.condition() == Condition.FIRING;
        return badAgain ? episode.with(next, Circumstances.ongoing(episode), episode.text()) : episode;
    }

    StoredEpisode resolved(StoredEpisode before, Episode next, Evidence evidence) {
        StoredEpisode episode = silent(before, next, evidence);
        Vendor vendor = vendor(episode.subject().vendorId());
        Voices text = narrator.tell(evidence.story(), Moment.RESOLVED, episode.facts(), vendor.owners());
        return before.state().unstable()
                ? episode.with(next, UnstableWords.facts(episode), UnstableWords.over(text, episode))
                : episode.with(next, episode.facts(), text);
    }

    /** The episode from when on it comes and goes too often to tell of each change. */
    StoredEpisode unstable(StoredEpisode before, Episode next, Evidence evidence) {
        return unstable(silent(before, next, evidence));
    }

    /** The episode that came and went, and has stayed bad since. */
    StoredEpisode steady(StoredEpisode before, Episode next, Evidence evidence) {
        StoredEpisode episode = told(before.with(next), evidence);
        return episode.with(next, UnstableWords.facts(episode), UnstableWords.steady(episode.text(), episode));
    }

    private static StoredEpisode unstable(StoredEpisode episode) {
        return episode.with(episode.state(), UnstableWords.facts(episode), UnstableWords.unstable(episode));
    }

    private StoredEpisode told(StoredEpisode episode, Evidence evidence, Vendor vendor) {
        Map<String, Object> facts =
                Circumstances.of(vendor, episode, evidence.facts().get());
        if (evidence.kind() == Evidence.Kind.EVENT) {
            facts.putAll(joinedLists(episode.facts(), facts));
        }
        Voices text = narrator.tell(evidence.story(), Moment.FIRING, facts, vendor.owners());
        return episode.with(episode.state(), facts, text);
    }

    /** An alert about events lists all of them, newest first. */
    private static Map<String, Object> joinedLists(Map<String, Object> before, Map<String, Object> now) {
        Map<String, Object> joined = new HashMap<>();
        now.forEach((name, value) -> {
            if (value instanceof List<?> newer && before.get(name) instanceof List<?> older) {
                joined.put(name, Stream.concat(newer.stream(), older.stream()).toList());
            }
        });
        return joined;
    }

    private Vendor vendor(UUID id) {
        if (id.equals(Bellwether.ID)) {
            return Bellwether.ownedBy(Owners.NONE);
        }
        return vendors.find(id).orElseThrow(() -> new IllegalStateException("evidence about no vendor: " + id));
    }
}
