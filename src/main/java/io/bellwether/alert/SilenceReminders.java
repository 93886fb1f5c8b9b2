package io.bellwether.alert;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.bellwether.alert.silence.SetSilence;
import io.bellwether.alert.silence.Silences;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.mute.Silence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code silence-ending}: reminds of silences that end while alerts that they cover still fire. */
@Singleton
class SilenceReminders {

    private static final String REASON = "silence:";

    private final RuleBook book;
    private final Silences silences;
    private final AlertReads alerts;
    private final EpisodeStore store;
    private final Episodes episodes;

    SilenceReminders(RuleBook book, Silences silences, AlertReads alerts, EpisodeStore store, Episodes episodes) {
        this.book = book;
        this.silences = silences;
        this.alerts = alerts;
        this.store = store;
        this.episodes = episodes;
    }

    void remind(Instant now) {
        book.active(BuiltInRule.SILENCE_ENDING, RuleSettings.SilenceEnding.class)
                .ifPresent(rule -> remind(rule, now));
    }

    private void remind(ActiveRule<RuleSettings.SilenceEnding> rule, Instant now) {
        Duration before = rule.settings().before();
        List<SetSilence> ending = silences.list().stream()
                .filter(silence -> ends(silence, before, now))
                .toList();
        Map<Subject, StoredEpisode> open = store.lockOpen(BuiltInRule.SILENCE_ENDING.ruleName());
        if (ending.isEmpty() && open.isEmpty()) {
            return;
        }
        Map<String, Long> covered = covered();
        List<Evidence> bad = ending.stream()
                .filter(silence -> covered.containsKey(REASON + silence.id()))
                .map(silence -> evidence(rule, silence, covered.getOrDefault(REASON + silence.id(), 0L), now))
                .toList();
        List<Subject> due = bad.stream().map(Evidence::subject).toList();
        Stream<Evidence> good = open.keySet().stream()
                .filter(subject -> !due.contains(subject))
                .map(subject -> Evidence.of(rule, subject, Evidence.Kind.STATE, now, Signal.GOOD, Map::of));
        episodes.apply(Stream.concat(bad.stream(), good).toList(), open);
    }

    /** A short one is remembered without help. */
    private static boolean ends(SetSilence silence, Duration before, Instant now) {
        Duration lasts = Duration.between(silence.startsAt(), silence.endsAt());
        return silence.state() == Silence.State.ACTIVE
                && !now.plus(before).isBefore(silence.endsAt())
                && lasts.compareTo(before.multipliedBy(2)) >= 0;
    }

    /** How many alerts that fire are not told, by the reason. */
    private Map<String, Long> covered() {
        return alerts.allOpen().stream()
                .filter(alert -> alert.condition().told())
                .flatMap(alert -> alert.suppressedBy().stream())
                .collect(groupingBy(reason -> reason, counting()));
    }

    private static Evidence evidence(
            ActiveRule<RuleSettings.SilenceEnding> rule, SetSilence silence, long alerts, Instant now) {
        Subject subject = Subject.of(
                BuiltInRule.SILENCE_ENDING, Bellwether.ID, silence.id().toString());
        return Evidence.of(
                rule,
                subject,
                Evidence.Kind.STATE,
                now,
                rule.bad(),
                () -> Map.of(
                        "silenceId", silence.id().toString(),
                        "createdBy", Circumstances.oneLine(silence.createdBy()),
                        "comment", Circumstances.oneLine(silence.comment()),
                        "silencedUntilAt", silence.endsAt().toString(),
                        "alerts", alerts));
    }
}
