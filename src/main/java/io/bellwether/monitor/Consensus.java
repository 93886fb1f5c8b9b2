package io.bellwether.monitor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.bellwether.history.DueTime;
import io.bellwether.history.Observation;
import io.bellwether.history.Observations;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds the verdicts of probes with locations, exactly one for each due time that has an answer: when all locations that have a
 * living node have answered, or when the round is over. An answer that comes later stays what its location saw.
 */
@Singleton
class Consensus {

    private final Rounds rounds;
    private final Presence presence;
    private final Observations observations;
    private final ProbeRegister probes;
    private final ProbeKinds kinds;

    Consensus(Rounds rounds, Presence presence, Observations observations, ProbeRegister probes, ProbeKinds kinds) {
        this.rounds = rounds;
        this.presence = presence;
        this.observations = observations;
        this.probes = probes;
        this.kinds = kinds;
    }

    /** The verdicts that these results complete, with what is stored already; they are not stored themselves yet. */
    List<Observation> completedBy(List<Result> results) {
        List<Result> voices = results.stream().filter(Result::voice).toList();
        if (voices.isEmpty()) {
            return List.of();
        }
        Map<DueTime, ConfiguredProbe> open = new LinkedHashMap<>();
        voices.forEach(voice -> open.put(voice.due(), voice.probe()));
        rounds.join(open);
        Map<DueTime, Map<String, Observation>> seen =
                seen(open.keySet(), voices.stream().map(Result::observation).toList());
        Set<String> served = presence.served();
        open.entrySet()
                .removeIf(round -> !complete(round.getValue(), seen.getOrDefault(round.getKey(), Map.of()), served));
        return verdicts(open, seen);
    }

    /** The verdicts of the rounds that are over. */
    List<Observation> overdue() {
        List<DueTime> over = rounds.over();
        if (over.isEmpty()) {
            return List.of();
        }
        Map<UUID, ConfiguredProbe> asked =
                probes.byId(over.stream().map(DueTime::probeId).distinct().toList());
        Map<DueTime, ConfiguredProbe> open = new LinkedHashMap<>();
        over.forEach(time -> open.put(time, Objects.requireNonNull(asked.get(time.probeId()))));
        return verdicts(open, seen(over, List.of()));
    }

    private List<Observation> verdicts(
            Map<DueTime, ConfiguredProbe> open, Map<DueTime, Map<String, Observation>> seen) {
        rounds.end(open.keySet());
        List<Observation> verdicts = new ArrayList<>();
        open.forEach((time, probe) -> {
            Map<String, Observation> answers = seen.getOrDefault(time, Map.of());
            if (undecided(probe, answers)) {
                verdicts.add(Verdict.of(probe, kinds.decidesAvailability(probe.kind()), answers));
            }
        });
        return verdicts;
    }

    private Map<DueTime, Map<String, Observation>> seen(Collection<DueTime> times, List<Observation> fresh) {
        return Stream.concat(observations.at(times).stream(), fresh.stream())
                .collect(groupingBy(
                        one -> new DueTime(one.probeId(), one.at()),
                        toMap(Observation::location, one -> one, (stored, again) -> stored)));
    }

    /** Also when there is a verdict already: then there is nothing to wait for. */
    private static boolean complete(ConfiguredProbe probe, Map<String, Observation> answers, Set<String> served) {
        return answers.containsKey("")
                || probe.placement().locations().stream()
                        .filter(served::contains)
                        .allMatch(answers::containsKey);
    }

    /** A probe may have been removed or have got other locations since. */
    private static boolean undecided(ConfiguredProbe probe, Map<String, Observation> answers) {
        return probe.removedAt() == null
                && !answers.containsKey("")
                && probe.placement().locations().stream().anyMatch(answers::containsKey);
    }
}
