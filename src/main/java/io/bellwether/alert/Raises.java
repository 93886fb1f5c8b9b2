package io.bellwether.alert;

import io.bellwether.alert.campaign.CampaignTimes;
import io.bellwether.core.alert.Reassessment;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A WARNING about a vendor is CRITICAL while a campaign with it is on, and a WARNING again when it is over. */
@Singleton
class Raises {

    private static final Signal RAISED = Signal.bad(Severity.CRITICAL);

    private final CampaignTimes campaigns;
    private final RaisedEpisodes raised;
    private final EpisodeWrites writes;
    private final Announcer announcer;
    private final Clock clock;

    Raises(CampaignTimes campaigns, RaisedEpisodes raised, EpisodeWrites writes, Announcer announcer, Clock clock) {
        this.campaigns = campaigns;
        this.raised = raised;
        this.writes = writes;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** The evidence as it counts now. */
    Evidence weighed(Evidence evidence) {
        boolean warning = evidence.signal() instanceof Signal.Bad(Severity severity) && severity == Severity.WARNING;
        return warning && campaigns.on(evidence.subject().vendorId(), clock.instant())
                ? evidence.with(RAISED)
                : evidence;
    }

    /**
     * Keeps in mind what an episode's severity would be without a campaign.
     *
     * @param evidence as it was
     * @param weighed as it counted
     * @param episode what became of it; null when none is open
     */
    void remember(Evidence evidence, Evidence weighed, @Nullable StoredEpisode episode) {
        if (episode == null || !campaigns.lately(evidence.subject().vendorId(), clock.instant())) {
            return;
        }
        if (!weighed.signal().equals(evidence.signal())
                && episode.state().condition().told()) {
            raised.add(episode.id(), Severity.WARNING);
        } else if (evidence.signal().equals(RAISED)) {
            raised.remove(episode.id());
        }
    }

    /** What campaigns change by beginning and ending, where no evidence comes that would. */
    void follow(Instant now) {
        raised.lockWarnings(campaigns.vendors(now)).forEach(episode -> {
            raised.add(episode.id(), Severity.WARNING);
            change(episode, Severity.CRITICAL, now, "a campaign has begun");
        });
        raised.lockRaised(campaigns.vendors(now)).forEach((episode, own) -> {
            raised.remove(episode.id());
            if (episode.state().severity() == Severity.CRITICAL) {
                change(episode, own, now, "the campaign is over");
            }
        });
    }

    private void change(StoredEpisode episode, Severity severity, Instant now, String reason) {
        Step step = Reassessment.of(episode.state(), severity, now, reason);
        if (step.transitions().isEmpty()) {
            return;
        }
        Map<String, Object> facts = new HashMap<>(episode.facts());
        facts.put("severity", severity.name());
        Circumstances.rememberSeverity(episode.facts(), facts);
        StoredEpisode changed = episode.with(Objects.requireNonNull(step.next()), facts, episode.text());
        writes.update(changed);
        announcer.announce(changed, step);
    }
}
