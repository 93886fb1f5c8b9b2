package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.History;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.core.alert.rule.Verdict;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule judges the steps of everything it watches that end together, inside the running transaction. */
@Singleton
class RuleRounds {

    private final CustomRules rules;
    private final RuleTargets targets;
    private final RuleReadings readings;
    private final EpisodeStore store;
    private final Episodes episodes;
    private final Withdrawals withdrawals;

    RuleRounds(
            CustomRules rules,
            RuleTargets targets,
            RuleReadings readings,
            EpisodeStore store,
            Episodes episodes,
            Withdrawals withdrawals) {
        this.rules = rules;
        this.targets = targets;
        this.readings = readings;
        this.store = store;
        this.episodes = episodes;
        this.withdrawals = withdrawals;
    }

    /** @param tick the end of a step of the rule; those whose own steps are longer are judged when they end */
    void judge(CustomRule rule, Instant tick) {
        if (!rules.mark(rule.id(), tick)) {
            return;
        }
        Map<Subject, StoredEpisode> open = store.lockOpen(rule.name());
        List<Target> watched = watched(rule);
        List<Evidence> evidence = evidence(rule, watched, tick, tick, open).stream()
                .filter(piece -> !counted(piece, open, tick.minus(step(rule, piece))))
                .toList();
        episodes.apply(evidence, open);
        Set<Subject> subjects =
                watched.stream().map(target -> target.subject(rule.name())).collect(toSet());
        List<StoredEpisode> unwatched = open.values().stream()
                .filter(episode -> !subjects.contains(episode.subject()))
                .toList();
        withdrawals.withdraw(unwatched, tick, "its rule does not watch it any more");
    }

    /** A bad score need not wait for the end of the day; a good one may still become worse. */
    void judgeToday(CustomRule rule, Instant now) {
        if (!rules.hold(rule.id())) {
            return;
        }
        Map<Subject, StoredEpisode> open = store.lockOpen(rule.name());
        Instant today = Replay.floor(Detector.DAY, now);
        List<Evidence> evidence = evidence(rule, watched(rule), today.plus(Detector.DAY), now, open).stream()
                .filter(piece -> piece.signal() instanceof Signal.Bad)
                .filter(piece -> !counted(piece, open, today))
                .toList();
        episodes.apply(evidence, open);
    }

    private List<Target> watched(CustomRule rule) {
        return targets.of(rule.selection(), rule.settings().detector().ofVendor());
    }

    private static Duration step(CustomRule rule, Evidence evidence) {
        return rule.detector(evidence.subject().vendorId()).step();
    }

    /** Trouble of one step counts once, also when it was judged before the step was over. */
    private static boolean counted(Evidence evidence, Map<Subject, StoredEpisode> open, Instant begin) {
        StoredEpisode episode = open.get(evidence.subject());
        return evidence.signal() instanceof Signal.Bad
                && episode != null
                && episode.state().goodStreak() == 0
                && episode.state().lastEventAt().isAfter(begin);
    }

    private List<Evidence> evidence(
            CustomRule rule, List<Target> watched, Instant tick, Instant at, Map<Subject, StoredEpisode> open) {
        List<Evidence> evidence = new ArrayList<>();
        Map<Detector, List<Target>> groups =
                watched.stream().collect(groupingBy(target -> rule.detector(target.vendorId())));
        groups.keySet()
                .removeIf(detector -> !Replay.floor(detector.step(), tick).equals(tick));
        groups.forEach((detector, group) -> readings.each(
                group,
                detector.needs(tick, longest(group)),
                detector.step(),
                (target, history) -> evidence.add(piece(
                        rule, detector, target, history, tick, at, isTold(open.get(target.subject(rule.name())))))));
        return evidence;
    }

    private static Duration longest(List<Target> group) {
        return group.stream().map(Target::every).max(Comparator.naturalOrder()).orElse(Detector.DAY);
    }

    private static boolean isTold(@Nullable StoredEpisode episode) {
        return episode != null && episode.state().condition().told();
    }

    /** @param told whether its alert fires already */
    static Evidence piece(
            CustomRule rule,
            Detector detector,
            Target target,
            History history,
            Instant tick,
            Instant at,
            boolean told) {
        Verdict verdict = detector.judge(history, tick, told, rule.severity());
        return new Evidence(
                CustomRule.STORY,
                detector.policy(),
                target.subject(rule.name()),
                detector.dimension(),
                Evidence.Kind.STATE,
                at,
                verdict.signal(),
                () -> facts(rule, detector, target, verdict));
    }

    private static Map<String, Object> facts(CustomRule rule, Detector detector, Target target, Verdict verdict) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("ruleName", rule.name());
        facts.put("probeName", target.probeName());
        facts.put("finding", detector.finding(verdict).it());
        facts.put("findingPlain", detector.finding(verdict).marketing());
        facts.put("value", verdict.value());
        facts.put("limit", verdict.limit());
        facts.put(Withdrawals.REASON, "");
        return facts;
    }
}
