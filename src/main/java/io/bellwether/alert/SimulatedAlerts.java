package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.health.HealthAssessed;
import io.bellwether.health.Simulated;
import io.bellwether.vendor.Vendor;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules in force would make of what is assumed of a vendor. Nothing is stored, locked or sent. */
@Singleton
class SimulatedAlerts {

    private static final Comparator<Evidence> ORDER =
            Comparator.comparing(Evidence::subject).thenComparing(Evidence::at);

    private final List<FactRule> factRules;
    private final ViabilityRule viability;
    private final SimulatedOutages outages;
    private final SimulatedScores scores;
    private final EpisodeStore store;
    private final Composer composer;
    private final Raises raises;

    SimulatedAlerts(
            @All List<FactRule> factRules,
            ViabilityRule viability,
            SimulatedOutages outages,
            SimulatedScores scores,
            EpisodeStore store,
            Composer composer,
            Raises raises) {
        this.factRules = factRules;
        this.viability = viability;
        this.outages = outages;
        this.scores = scores;
        this.store = store;
        this.composer = composer;
        this.raises = raises;
    }

    /** Those that would fire, change or resolve, by rule and subject. */
    List<SimulatedAlert> of(Vendor vendor, Simulated simulated) {
        Map<Subject, StoredEpisode> open = store.open(vendor.id());
        List<Evidence> evidence = new ArrayList<>();
        factRules.forEach(rule -> evidence.addAll(rule.judge(simulated.facts(), open)));
        evidence.addAll(outages.evidence(vendor, simulated));
        viability(vendor, simulated, open).ifPresent(evidence::add);
        Map<Subject, List<Evidence>> bySubject =
                evidence.stream().sorted(ORDER).collect(groupingBy(Evidence::subject, TreeMap::new, toList()));
        Map<Subject, StoredEpisode> newest = store.newest(bySubject.keySet());
        Stream<SimulatedAlert> told = bySubject.entrySet().stream()
                .flatMap(pieces -> outcome(pieces.getValue(), newest.get(pieces.getKey())).stream());
        return Stream.concat(told, scores.alerts(vendor, simulated).stream()).toList();
    }

    private Optional<Evidence> viability(Vendor vendor, Simulated simulated, Map<Subject, StoredEpisode> open) {
        Subject subject = Subject.of(BuiltInRule.VIABILITY_SLIPPING, vendor.id(), "");
        HealthAssessed assessed = new HealthAssessed(vendor, simulated.now(), simulated.then());
        return viability.judge(assessed, subject, open.get(subject));
    }

    private Optional<SimulatedAlert> outcome(List<Evidence> pieces, @Nullable StoredEpisode newest) {
        SimulatedEpisode episode = new SimulatedEpisode(composer, newest);
        pieces.stream().map(raises::weighed).forEach(episode::take);
        Evidence latest = pieces.getLast();
        if (latest.signal() instanceof Signal.Good) {
            // All stays well: what it takes to resolve comes a day apart.
            for (int more = 1; more < latest.policy().recoverAfter(); more++) {
                episode.take(latest.again(latest.at().plus(Detector.DAY.multipliedBy(more))));
            }
        }
        return episode.outcome();
    }
}
