package io.bellwether.alert;

import io.bellwether.alert.voice.Moment;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Step;
import io.bellwether.core.alert.Transition;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.time.Instant;
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
        return state.unstable() ? unstable(told, evidence.at()) : told;
    }

    /** The open episode after evidence. */
    StoredEpisode after(StoredEpisode current, Step step, Episode next, Evidence evidence) {
        if (step.transitions().isEmpty()) {
            return silent(current, next, evidence);
        }
        return switch (step.transitions().getLast().kind()) {
            case RESOLVED -> resolved(current, next, evidence);
            case UNSTABLE -> unstable(current, next, evidence);
            case STEADY -> steady(current, next, evidence);
            case FIRING, SEVERITY_CHANGED, REMINDER -> told(current.with(next), evidence);
        };
    }

    /** The open episode after news that change nothing about it, but that nobody has read yet. */
    StoredEpisode news(StoredEpisode current, Episode next, Evidence evidence) {
        return told(current.handled(next.unhandled(), null, null), evidence);
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
        return unstable(silent(before, next, evidence), evidence.at());
    }

    /** The episode that came and went, and has stayed bad since. */
    StoredEpisode steady(StoredEpisode before, Episode next, Evidence evidence) {
        StoredEpisode episode = told(before.with(next), evidence);
        return episode.with(next, UnstableWords.facts(episode), UnstableWords.steady(episode.text(), episode));
    }

    /**
     * The episode with what is told of a transition. Its begin and its end are told by its own facts and texts, and so is
     * all that internal rules tell.
     */
    StoredEpisode at(Transition transition, StoredEpisode episode) {
        if (InternalRule.isOne(episode.subject().rule())) {
            return episode;
        }
        return switch (transition.kind()) {
            case FIRING, RESOLVED, UNSTABLE, STEADY -> episode;
            case SEVERITY_CHANGED -> goingOn(Moment.SEVERITY_CHANGED, episode, transition.at());
            case REMINDER ->
                episode.state().unstable()
                        ? unstable(episode, transition.at())
                        : goingOn(Moment.REMINDER, episode, transition.at());
        };
    }

    private StoredEpisode goingOn(Moment moment, StoredEpisode episode, Instant at) {
        Map<String, Object> facts = Circumstances.soFar(episode, at);
        return episode.with(episode.state(), facts, words(moment, episode, facts));
    }

    private StoredEpisode unstable(StoredEpisode episode, Instant at) {
        Map<String, Object> facts = UnstableWords.facts(episode);
        Map<String, Object> soFar = new HashMap<>(facts);
        soFar.putAll(Circumstances.soFar(episode, at));
        return episode.with(episode.state(), facts, words(Moment.UNSTABLE, episode, soFar));
    }

    private Voices words(Moment moment, StoredEpisode episode, Map<String, Object> facts) {
        Subject subject = episode.subject();
        String story =
                BuiltInRule.named(subject.rule()).map(BuiltInRule::ruleName).orElse(CustomRule.STORY);
        return narrator.tell(story, moment, facts, vendor(subject.vendorId()).owners());
    }

    private StoredEpisode told(StoredEpisode episode, Evidence evidence, Vendor vendor) {
        Map<String, Object> facts =
                Circumstances.of(vendor, episode, evidence.facts().get());
        Circumstances.rememberSeverity(episode.facts(), facts);
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
