package io.bellwether.alert;

import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.RuleSettings.Event;
import io.bellwether.core.Dimension;
import io.bellwether.core.alert.EpisodeMachine;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What happens to alerts because time passes. */
@Singleton
class AlertUpkeep {

    private static final Logger LOG = Logger.getLogger(AlertUpkeep.class);

    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Episodes episodes;
    private final Announcer announcer;
    private final RuleBook book;
    private final CertificateRule certificates;
    private final Facts facts;
    private final PushedAlerts pushed;
    private final Raises raises;
    private final OwnEgress egress;
    private final SilenceReminders reminders;
    private final Clock clock;

    AlertUpkeep(
            EpisodeStore store,
            EpisodeWrites writes,
            Episodes episodes,
            Announcer announcer,
            RuleBook book,
            CertificateRule certificates,
            Facts facts,
            PushedAlerts pushed,
            Raises raises,
            OwnEgress egress,
            SilenceReminders reminders,
            Clock clock) {
        this.store = store;
        this.writes = writes;
        this.episodes = episodes;
        this.announcer = announcer;
        this.book = book;
        this.certificates = certificates;
        this.facts = facts;
        this.pushed = pushed;
        this.raises = raises;
        this.egress = egress;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Scheduled(identity = "alert-upkeep", every = "60s")
    @Nonconcurrent
    void run() {
        Instant now = clock.instant();
        // One after the other, each with few locks: together they could wait for a batch that waits for them.
        Stream.<Consumer<Instant>>of(
                        this::closeOrphans,
                        this::endHandling,
                        this::closeRead,
                        this::raiseCertificates,
                        pushed::timeOut,
                        raises::follow,
                        egress::timeOut,
                        reminders::remind)
                .forEach(step -> take(step, now));
    }

    private static void take(Consumer<Instant> step, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> step.accept(now));
        } catch (RuntimeException e) {
            LOG.error("A step of the upkeep of alerts failed; the others go on.", e);
        }
    }

    /** Nobody measures or judges them any more, so nothing could ever resolve them. Silent: the person who did it knows. */
    private void closeOrphans(Instant now) {
        List<StoredEpisode> closed = store.lockOrphans().stream()
                .map(orphan -> orphan.with(orphan.state().closed(now)))
                .toList();
        writes.update(closed);
        announcer.note(
                closed,
                now,
                "CLOSED",
                "its objective, probe or vendor was taken out of service, or its rule switched off");
    }

    private void endHandling(Instant now) {
        store.lockExpired(now).forEach(expired -> {
            Step step = EpisodeMachine.handlingEnded(expired.state(), now);
            StoredEpisode unhandled = expired.handled(Objects.requireNonNull(step.next()), null, null);
            writes.update(unhandled);
            announcer.note(unhandled, now, "EXPIRED", step.reason());
            announcer.announce(unhandled, step);
        });
    }

    /** What has happened does not end; the alert about it does, once somebody has had time to see to it. */
    private void closeRead(Instant now) {
        Map<String, ActiveRule<Event>> rules = Arrays.stream(BuiltInRule.values())
                .filter(rule -> rule.settings() instanceof Event)
                .flatMap(rule -> book.active(rule, Event.class).stream())
                .collect(toMap(active -> active.rule().ruleName(), Function.identity()));
        Map<String, Instant> until = new HashMap<>();
        rules.forEach(
                (name, active) -> until.put(name, now.minus(active.settings().closesAfter())));
        store.lockRead(until).forEach(read -> apply(read, over(read, rules, now)));
    }

    private static Evidence over(StoredEpisode read, Map<String, ActiveRule<Event>> rules, Instant now) {
        ActiveRule<Event> rule = Objects.requireNonNull(rules.get(read.subject().rule()));
        return Evidence.of(rule, read.subject(), Evidence.Kind.STATE, now, Signal.GOOD, Map::of);
    }

    /** A certificate becomes CRITICAL by waiting; its check says nothing new meanwhile. */
    private void raiseCertificates(Instant now) {
        for (StoredEpisode episode : store.lockRunningOut(now)) {
            Map<Subject, StoredEpisode> open = open(episode);
            List<Fact> current = facts.current(episode.subject().vendorId(), Dimension.SECURITY).stream()
                    .filter(fact -> fact.key().equals(episode.subject().key()))
                    .toList();
            episodes.apply(certificates.judge(current, open), open);
        }
    }

    private void apply(StoredEpisode episode, Evidence evidence) {
        episodes.apply(List.of(evidence), open(episode));
    }

    private static Map<Subject, StoredEpisode> open(StoredEpisode episode) {
        return new HashMap<>(Map.of(episode.subject(), episode));
    }
}
