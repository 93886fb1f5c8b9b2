package io.bellwether.alert;

import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.History;
import io.bellwether.core.alert.rule.Reading;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.core.slo.Span;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.Simulated;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the rules that people made about scores would make of the days that are assumed, each judged as if it were over. */
@Singleton
class SimulatedScores {

    private final CustomRules rules;
    private final RuleTargets targets;
    private final RuleReadings readings;
    private final EpisodeStore store;
    private final Composer composer;
    private final Raises raises;

    SimulatedScores(
            CustomRules rules,
            RuleTargets targets,
            RuleReadings readings,
            EpisodeStore store,
            Composer composer,
            Raises raises) {
        this.rules = rules;
        this.targets = targets;
        this.readings = readings;
        this.store = store;
        this.composer = composer;
        this.raises = raises;
    }

    List<SimulatedAlert> alerts(Vendor vendor, Simulated simulated) {
        return rules.active().stream()
                .filter(rule -> rule.detector(vendor.id()).ofVendor())
                .flatMap(rule -> target(rule, vendor).stream()
                        .flatMap(target -> outcome(rule, target, simulated.course()).stream()))
                .toList();
    }

    private Optional<Target> target(CustomRule rule, Vendor vendor) {
        return targets.of(rule.selection(), true).stream()
                .filter(target -> target.vendorId().equals(vendor.id()))
                .findFirst();
    }

    private Optional<SimulatedAlert> outcome(CustomRule rule, Target target, List<HealthPoint> course) {
        Detector detector = rule.detector(target.vendorId());
        History history = history(detector, target, course);
        Subject subject = target.subject(rule.name());
        SimulatedEpisode episode =
                new SimulatedEpisode(composer, store.newest(List.of(subject)).get(subject));
        for (HealthPoint day : course) {
            Evidence piece = RuleRounds.piece(rule, detector, target, history, tick(day), day.asOf(), episode.told());
            episode.take(raises.weighed(piece));
        }
        return episode.outcome();
    }

    /** What is stored, and the days that are assumed in the place of those that are. */
    private History history(Detector detector, Target target, List<HealthPoint> course) {
        List<Span> spans = detector.needs(tick(course.getFirst()), target.every());
        Instant from =
                spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElse(tick(course.getFirst()));
        Span all = new Span(from, tick(course.getFirst()));
        List<Reading> known = new ArrayList<>();
        readings.each(
                List.of(target),
                List.of(all),
                detector.step(),
                (_, stored) -> known.addAll(stored.readings().values()));
        course.forEach(day -> known.add(RuleReadings.reading(day)));
        return History.of(target.since(), target.every(), known);
    }

    private static Instant tick(HealthPoint day) {
        return Replay.floor(Detector.DAY, day.day().atStartOfDay(ZoneOffset.UTC).toInstant())
                .plus(Detector.DAY);
    }
}
