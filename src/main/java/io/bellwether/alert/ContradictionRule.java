package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Contradiction;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Signal;
import io.bellwether.history.LatestState;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code status-page-contradicts}: judged when we see the service down and when the page of a vendor in trouble speaks. */
@Singleton
class ContradictionRule implements ObservationRule {

    private record Question(UUID vendorId, UUID probeId, Instant at) {}

    private final RuleBook book;
    private final Scenes scenes;

    ContradictionRule(RuleBook book, Scenes scenes) {
        this.book = book;
        this.scenes = scenes;
    }

    @Override
    public List<Evidence> judge(Batch batch) {
        return book.active(BuiltInRule.STATUS_PAGE_CONTRADICTS, Contradiction.class)
                .map(rule -> judge(batch, rule))
                .orElse(List.of());
    }

    private List<Evidence> judge(Batch batch, ActiveRule<Contradiction> rule) {
        Map<UUID, Scene> seen = new HashMap<>();
        Function<UUID, Scene> look = vendorId -> seen.computeIfAbsent(vendorId, scenes::of);
        Stream<Evidence> well = batch.services().stream()
                .filter(observation -> observation.outcome().good())
                .map(observation -> well(observation, rule.of(observation.vendorId())));
        Stream<Evidence> asked = Stream.concat(ofServices(batch), ofPages(batch))
                .flatMap(question -> evidence(question, look.apply(question.vendorId()), rule.of(question.vendorId())));
        return Stream.concat(well, asked).toList();
    }

    private static Stream<Question> ofServices(Batch batch) {
        return batch.services().stream()
                .filter(observation -> observation.outcome() == Outcome.DOWN)
                .map(down -> new Question(down.vendorId(), down.probeId(), down.at()));
    }

    private static Stream<Question> ofPages(Batch batch) {
        return batch.pages().stream()
                .flatMap(page -> batch.open().values().stream()
                        .filter(episode -> episode.subject().vendorId().equals(page.vendorId()))
                        .filter(episode -> episode.state().condition() == Condition.FIRING)
                        .filter(ContradictionRule::isAboutOutage)
                        .map(episode -> UUID.fromString(episode.subject().key()))
                        .distinct()
                        .map(probeId -> new Question(page.vendorId(), probeId, page.at())));
    }

    private static boolean isAboutOutage(StoredEpisode episode) {
        String rule = episode.subject().rule();
        return rule.equals(BuiltInRule.VENDOR_DOWN.ruleName())
                || rule.equals(BuiltInRule.STATUS_PAGE_CONTRADICTS.ruleName());
    }

    private Stream<Evidence> evidence(Question question, Scene scene, ActiveRule<Contradiction> rule) {
        return scene
                .state(question.probeId())
                // A late observation is not how the service does now.
                .filter(state -> !state.at().isAfter(question.at()))
                .map(state -> {
                    var page = scene.page(question.at(), rule.settings().freshIntervals());
                    Signal signal = ContradictionJudge.judge(state, page, question.at(), rule);
                    return Evidence.of(
                            rule,
                            Batch.subject(BuiltInRule.STATUS_PAGE_CONTRADICTS, question.vendorId(), question.probeId()),
                            Evidence.Kind.MEASURED,
                            question.at(),
                            signal,
                            () -> facts(state, scene, question.at()));
                })
                .stream();
    }

    private static Evidence well(Observation observation, ActiveRule<Contradiction> rule) {
        Subject subject = Batch.subject(BuiltInRule.STATUS_PAGE_CONTRADICTS, observation);
        return Evidence.of(rule, subject, Evidence.Kind.MEASURED, observation.at(), Signal.GOOD, Map::of);
    }

    private static Map<String, Object> facts(LatestState down, Scene scene, Instant at) {
        ConfiguredProbe probe = scene.probes().get(down.probeId());
        Map<String, Object> facts = new HashMap<>();
        facts.put("probeId", down.probeId().toString());
        facts.put("probeName", probe == null ? "a removed probe" : Circumstances.oneLine(probe.name()));
        facts.put("reason", Circumstances.oneLine(down.reason()));
        facts.put("statusPageSays", scene.pageWords());
        facts.put("downAt", down.since().toString());
        facts.put("downMinutes", Math.max(1, Duration.between(down.since(), at).toMinutes()));
        return facts;
    }
}
