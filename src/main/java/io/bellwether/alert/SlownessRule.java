package io.bellwether.alert;

import static java.util.stream.Collectors.toSet;

import io.bellwether.alert.RuleSettings.Slowness;
import io.bellwether.alert.SlownessJudge.Answer;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code vendor-slow}: costs nothing for answers that are too quick to be slow by any baseline. */
@Singleton
class SlownessRule implements ObservationRule {

    /** Other kinds do not time what a user waits for. */
    private static final String MEASURED = "http";

    private final RuleBook book;
    private final Baselines baselines;
    private final RecentAnswers recentAnswers;
    private final ProbeRegister probes;

    SlownessRule(RuleBook book, Baselines baselines, RecentAnswers recentAnswers, ProbeRegister probes) {
        this.book = book;
        this.baselines = baselines;
        this.recentAnswers = recentAnswers;
        this.probes = probes;
    }

    @Override
    public List<Evidence> judge(Batch batch) {
        return book.active(BuiltInRule.VENDOR_SLOW, Slowness.class)
                .map(rule -> judge(batch, rule))
                .orElse(List.of());
    }

    private List<Evidence> judge(Batch batch, ActiveRule<Slowness> rule) {
        List<Observation> good = batch.services().stream()
                .filter(observation -> observation.kind().equals(MEASURED))
                .filter(observation -> observation.outcome().good())
                .toList();
        Map<UUID, Double> usual = usual(good, batch, rule);
        Set<UUID> doubtful = good.stream()
                .filter(observation -> batch.open(BuiltInRule.VENDOR_SLOW, observation) == null)
                .filter(observation -> slow(observation, usual, rule))
                .map(Observation::probeId)
                .collect(toSet());
        Instant upTo = good.stream()
                .map(Observation::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Map<UUID, List<Answer>> recent = recentAnswers.of(doubtful, upTo);
        return good.stream()
                .map(observation -> evidence(
                        observation,
                        usual.get(observation.probeId()),
                        recent.getOrDefault(observation.probeId(), List.of()),
                        batch,
                        rule.of(observation.vendorId())))
                .toList();
    }

    private Evidence evidence(
            Observation observation,
            @Nullable Double baseline,
            List<Answer> recent,
            Batch batch,
            ActiveRule<Slowness> rule) {
        Slowness settings = rule.settings();
        boolean ongoing = batch.open(BuiltInRule.VENDOR_SLOW, observation) != null;
        return Evidence.of(
                rule,
                Batch.subject(BuiltInRule.VENDOR_SLOW, observation),
                Evidence.Kind.MEASURED,
                observation.at(),
                SlownessJudge.judge(
                        SlownessJudge.slow(answer(observation), baseline, settings),
                        SlownessJudge.confirmed(recent, baseline, settings),
                        ongoing,
                        rule),
                () -> facts(observation, baseline, recent, settings));
    }

    /** While an alert is open its probe is measured by the baseline of before, or it would get used to being slow. */
    private Map<UUID, Double> usual(List<Observation> good, Batch batch, ActiveRule<Slowness> rule) {
        List<UUID> slowest = good.stream()
                .filter(observation -> observation.duration()
                        > rule.of(observation.vendorId()).settings().riseMs())
                .sorted(Comparator.comparingDouble(Observation::duration).reversed())
                .map(Observation::probeId)
                .toList();
        Map<UUID, Double> usual = new HashMap<>(baselines.of(slowest, rule.settings()));
        for (Observation observation : good) {
            StoredEpisode episode = batch.open(BuiltInRule.VENDOR_SLOW, observation);
            if (episode != null && episode.facts().get("baselineMs") instanceof Number before) {
                usual.put(observation.probeId(), before.doubleValue());
            }
        }
        return usual;
    }

    private static boolean slow(Observation observation, Map<UUID, Double> usual, ActiveRule<Slowness> rule) {
        return SlownessJudge.slow(
                answer(observation),
                usual.get(observation.probeId()),
                rule.of(observation.vendorId()).settings());
    }

    private static Answer answer(Observation observation) {
        return new Answer(observation.outcome(), observation.duration());
    }

    private Map<String, Object> facts(
            Observation observation, @Nullable Double baseline, List<Answer> recent, Slowness settings) {
        ConfiguredProbe probe = probes.find(observation.probeId()).orElse(null);
        Map<String, Object> facts = new HashMap<>(ProbeFacts.of(observation, probe));
        facts.put("byBaseline", false);
        if (baseline != null && SlownessJudge.slowByBaseline(recent, baseline, settings)) {
            double median = SlownessJudge.median(recent);
            facts.put("byBaseline", true);
            facts.put("baselineMs", baseline);
            facts.put("seconds", Math.round(median / 10) / 100.0);
            facts.put("baselineSeconds", Math.round(baseline / 10) / 100.0);
            facts.put("factor", Math.round(median / baseline * 10) / 10.0);
        }
        return facts;
    }
}
